"""Replies: what came of a mail becomes a mail for its sender, in their language, which an editor reads and sends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from functools import cache

from clearinghouse.publications.translation.filled_texts import FilledTexts
from clearinghouse.publications.translation.language import Language, speaking
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.reading.inbox.receiving import OF_ANOTHER, WORDS_ALONE, Receipt, Waiting
from clearinghouse.reading.intake.mails.mail import Mail
from clearinghouse.reading.intake.mails.parts import PICTURES
from clearinghouse.records.proposal_sheet import RECORDS, Sheet
from clearinghouse.world.languages import language_of
from clearinghouse.world.receiving.answers import problem_lines
from clearinghouse.world.root import ROOT

MOST_RECORDS = 10


@dataclass(frozen=True)
class Reply:
    """A mail to send, as a file, and under which name it lies."""

    name: str
    content: bytes


def reply_to(mail: Mail, receipts: Sequence[Receipt], waiting: Mapping[str, Waiting], form: str) -> Reply | None:
    """The answer to a mail that was read now; None where a machine sent it, nobody knows where to, or only people can answer. form:
    the address of the form, or nothing."""
    is_for_people = all("read the mail" in receipt.words for receipt in receipts) and any(receipt.reference for receipt in receipts)
    if mail.is_automatic or not mail.reply_to or is_for_people or not receipts:
        return None
    references = list(dict.fromkeys(receipt.reference for receipt in receipts if receipt.reference))
    tags = [waiting[reference].sheet.language for reference in references if reference in waiting]
    message = EmailMessage(policy=policy.SMTP)
    message["To"] = mail.reply_to
    if mail.message_id:
        message["In-Reply-To"] = message["References"] = f"<{mail.message_id}>"
    message["X-Unsent"] = "1"  # Outlook opens it to be sent
    language = language_of(ROOT, next(iter(tags), mail.language))
    with speaking(language):
        subject = gettext("Your message to the clearing house")
        lines = list(_lines(mail, receipts, references, waiting, form))
    message["Subject"] = f"{subject} ({references[0]})" if references else subject
    message.set_content("\n".join(lines) + "\n", cte="quoted-printable")
    message["Content-Language"] = language.tag
    return Reply(f"{references[0] if references else 'mail'}-{mail.number}.eml", message.as_bytes())


def _lines(mail: Mail, receipts: Sequence[Receipt], references: Sequence[str], waiting: Mapping[str, Waiting], form: str) -> Iterator[str]:
    yield gettext("Thank you for your message of {day}.", day=mail.sent) if mail.sent else gettext("Thank you for your message.")
    for reference in references:
        own = [receipt for receipt in receipts if receipt.reference == reference]
        yield ""
        yield gettext("Reference: {reference}", reference=reference)
        if reference in waiting and any(receipt.is_new for receipt in own):
            yield from _of_sheet(waiting[reference].sheet)
        else:
            yield from (f"{words[0].upper()}{words[1:]}." for words in map(_words, own))
    others = [_words(receipt) for receipt in receipts if not receipt.reference and not _is_no_matter(receipt)]
    if any(receipt.words == WORDS_ALONE for receipt in receipts):
        yield ""
        yield gettext("An editor will read your words.")
    if others:
        yield ""
        yield gettext("What could not be read:")
        yield from (f"- {words}" for words in others)
    if form and not references:
        yield ""
        yield gettext("The form writes a message that we can read: {address}", address=form)
    yield ""
    yield gettext("Nothing is published before an editor has looked at it. Please keep the reference in the subject when you answer.")


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    named, more = ", ".join(sheet.records[:MOST_RECORDS]), len(sheet.records) - MOST_RECORDS
    if named:
        yield gettext("We received {what}: {records}", what=_asked()[sheet.kind], records=named)
    else:
        yield gettext("We received a file, but nothing in it could become a record.")
    if more > 0:
        yield gettext("and {number} more", number=more)
    errors = [problem for problem in sheet.problems if problem.severity == "error"]
    warnings = [problem for problem in sheet.problems if problem.severity != "error"]
    if errors:
        yield ""
        yield gettext("Please correct this and send it again, with the same reference:")
        yield from problem_lines(errors)
    if warnings:
        yield ""
        yield gettext("Please look at this:")
        yield from problem_lines(warnings)
    if not sheet.problems:
        yield gettext("Nothing is missing.")
    for record, other in sheet.duplicates[:5]:
        yield gettext("Is {record} the same as {other}?", record=record, other=other.removesuffix(".yml"))


def _asked() -> Mapping[str, str]:
    """What was asked for, by kind."""
    return {
        "new": gettext("a new record"),
        "change": gettext("a correction"),
        "cancel": gettext("a cancellation"),
        "move": gettext("new days"),
        "held": gettext("a report that it took place"),
        "still correct": gettext("that it is still correct"),
        "report": gettext("a report that something is wrong"),
        RECORDS: gettext("records in a file"),
    }


def _is_no_matter(receipt: Receipt) -> bool:
    """Whether nothing of it could not be read: a picture of a signature is in most mails."""
    return PICTURES in receipt.words or receipt.words == WORDS_ALONE


def _words(receipt: Receipt) -> str:
    """What a line of the report says to the editors, said to the sender."""
    words = receipt.words.removeprefix("left out: ")
    if words == OF_ANOTHER:
        return gettext("The request came from another office, so an editor will read your mail.")
    return _receipts().in_language(words)


@cache
def _receipts() -> FilledTexts:
    """What the inbox says of what it did not take, as far as senders can do something about it."""
    with speaking(Language()):
        return FilledTexts(
            (
                gettext("{what}: {why}"),
                gettext("not read: {why}"),
                gettext("it is empty"),
                gettext("larger than {number} MB"),
                gettext("the same message was there already"),
                gettext("the same files were there already"),
                gettext("all that the attached files say is there already"),
                gettext("archives are not opened: attach the files themselves"),
                gettext("it could hold a program"),
                gettext("no program can make a record of it; it stays in the mail"),
                gettext("it is encrypted: send it again without encryption"),
                gettext("only Outlook can open it: send the mail again as plain text, with the file attached"),
                gettext("a message that cannot be read: {why}"),
                gettext("the request was accepted already, so a correction needs a new one"),
                gettext("the request was declined already, so a correction needs a new one"),
            )
        )
