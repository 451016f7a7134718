"""Public text: the sheet of a proposal comes in, the file of what the public may know of it leaves."""

from clearinghouse.records.keys.keys_of import keys_of
from clearinghouse.records.proposal_sheet import ACCEPTED, ASKED, IN_REVIEW, Sheet
from clearinghouse.records.proposal_sheet import DECLINED as TURNED_DOWN
from clearinghouse.records.public_sheet import DECLINED, PUBLISHED, RECEIVED, REVIEW, PublicSheet
from clearinghouse.records.written.yaml_text import group_text
from clearinghouse.vocabulary.languages import LANGUAGES

_SAID = {IN_REVIEW: REVIEW, ASKED: REVIEW, ACCEPTED: PUBLISHED, TURNED_DOWN: DECLINED}


def public_text(sheet: Sheet, since: str) -> str:
    """The public sheet of a proposal. Which record it is about is nobody's business before it is published. since: the day."""
    said: dict[str, object] = {"state": _SAID.get(sheet.state, RECEIVED), "received": sheet.received, "since": since}
    tag = sheet.language.partition("-")[0].casefold()
    if tag in LANGUAGES and tag != "en":
        said["language"] = tag
    if sheet.state == ACCEPTED:
        said["records"] = list(sheet.records)
    if sheet.state == TURNED_DOWN or sheet.declined:
        said["reason"] = sheet.answer
    return group_text(keys_of(PublicSheet), said)
