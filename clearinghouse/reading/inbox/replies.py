"""Replies: what came of a mail becomes a mail for its sender, in plain words, which an editor reads and sends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage

from clearinghouse.reading.inbox.receiving import Receipt, Waiting
from clearinghouse.reading.intake.mails.mail import Mail
from clearinghouse.reading.intake.mails.parts import PICTURES
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.proposal_sheet import RECORDS, Sheet, SheetProblem
from clearinghouse.records.written.keys import leaves_of

MOST_PROBLEMS = 30
_ASKED = {
    "new": "a new record",
    "change": "a correction",
    "cancel": "a cancellation",
    "move": "new days",
    "held": "a report that it took place",
    "still correct": "that it is still correct",
    "report": "a report that something is wrong",
    RECORDS: "records in a file",
}


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
    message = EmailMessage(policy=policy.SMTP)
    message["To"] = mail.reply_to
    message["Subject"] = f"Your message to the clearing house{f' ({references[0]})' if references else ''}"
    if mail.message_id:
        message["In-Reply-To"] = message["References"] = f"<{mail.message_id}>"
    message["X-Unsent"] = "1"  # Outlook opens it to be sent
    message.set_content("\n".join(_lines(mail, receipts, references, waiting, form)) + "\n", cte="quoted-printable")
    return Reply(f"{references[0] if references else 'mail'}-{mail.number}.eml", message.as_bytes())


def _lines(mail: Mail, receipts: Sequence[Receipt], references: Sequence[str], waiting: Mapping[str, Waiting], form: str) -> Iterator[str]:
    yield f"Thank you for your message{f' of {mail.sent}' if mail.sent else ''}."
    for reference in references:
        own = [receipt for receipt in receipts if receipt.reference == reference]
        yield ""
        yield f"Reference: {reference}"
        if reference in waiting and any(receipt.is_new for receipt in own):
            yield from _of_sheet(waiting[reference].sheet)
        else:
            yield from (f"{receipt.words[0].upper()}{receipt.words[1:]}." for receipt in own)
    others = [receipt.words.removeprefix("left out: ") for receipt in receipts if not receipt.reference and PICTURES not in receipt.words]
    if others:
        yield ""
        yield "What could not be taken:"
        yield from (f"- {words}" for words in others)
    if form and not references:
        yield ""
        yield f"The form writes a message that we can read: {form}"
    yield ""
    yield "Nothing is published before an editor has looked at it. Please keep the"
    yield "reference in the subject when you answer."


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    yield f"We received {_ASKED[sheet.kind]}: {', '.join(sheet.records[:10]) or 'no record'}"
    if len(sheet.records) > 10:
        yield f"and {len(sheet.records) - 10:,} more."
    errors = [problem for problem in sheet.problems if problem.severity == "error"]
    warnings = [problem for problem in sheet.problems if problem.severity != "error"]
    if errors:
        yield ""
        yield "Please correct this and send it again, with the same reference:"
        yield from _listed(errors)
    if warnings:
        yield ""
        yield "Please look at this:"
        yield from _listed(warnings)
    if not sheet.problems:
        yield "Nothing is missing."
    for record, other in sheet.duplicates[:5]:
        yield f"Is {record} the same as {other.removesuffix('.yml')}?"


def _listed(problems: Sequence[SheetProblem]) -> Iterator[str]:
    for problem in problems[:MOST_PROBLEMS]:
        label = _label(problem)
        yield f"- {f'{label}: ' if label else ''}{problem.fix}{f' (allowed: {problem.allowed})' if problem.allowed else ''}"
    if len(problems) > MOST_PROBLEMS:
        yield f"- and {len(problems) - MOST_PROBLEMS:,} more"


def _label(problem: SheetProblem) -> str:
    """What the form calls a key; of a row of a table its file and cell."""
    collection = problem.record.partition("/")[0]
    if collection not in COLLECTIONS:
        return " ".join(filter(None, (problem.record, problem.key)))
    return next((leaf.label for leaf in leaves_of(collection) if leaf.path == problem.key), problem.key)
