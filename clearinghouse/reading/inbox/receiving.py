"""Receiving: mails come in, one after the other; the proposals that they make or correct, a line of each, and replies leave."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from clearinghouse.problems.intake.messages import MSG_006
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.inbox.attached import bundle
from clearinghouse.reading.inbox.memory import Memory, ReadMail
from clearinghouse.reading.intake.mails.mail import Mail
from clearinghouse.reading.intake.mails.trust import Confirmation, confirmation
from clearinghouse.reading.intake.messages.messages import Arrival, arrivals
from clearinghouse.reading.outcome import outcome_of_message
from clearinghouse.reading.typing.memory import Memory as Readings
from clearinghouse.reading.typing.memory import remembering
from clearinghouse.records.office_list import SendingOffices
from clearinghouse.records.proposal_sheet import MAIL, OPEN, RECEIVED, RECORDS, Sheet, SheetProblem
from clearinghouse.records.written.messages.message import REPORT, Message, message_text
from clearinghouse.records.written.messages.reference_numbers import reference_in, reference_number
from clearinghouse.records.written.messages.sums import sum_of

MOST_MESSAGES = 50
"""Of one mail."""
WORDS_ALONE = "words alone, for people: read the mail"
_A_FILE = "the attached file"
"""One that is named after its sender."""
OF_ANOTHER = "the request came from a confirmed office, and this mail did not: read it yourself"


@dataclass(frozen=True)
class Waiting:
    """A proposal: its sheet, the texts of its files by path, and the message that it came in, without words for the editors alone."""

    sheet: Sheet
    texts: Mapping[str, str] = field(default_factory=dict)
    message: str = ""


@dataclass(frozen=True)
class Receipt:
    """What came of a mail, or of a part of it. reference: of the proposal, or nothing; words: what came of it; is_new: whether this
    mail made or changed the proposal. Words for the editors alone stay in the mail."""

    words: str
    reference: str = ""
    is_new: bool = False


@dataclass
class Inbox:
    """An inbox. files: of the data folder; waiting: proposals by reference; memory: of mails that were read before. What mails do is
    added: changed references, and pending files by path."""

    files: Sequence[DataFile]
    offices: SendingOffices
    today: str
    waiting: dict[str, Waiting] = field(default_factory=dict)
    memory: Memory = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    pending: dict[str, DataFile] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.readings = Readings(self.files)  # most mails are held against the same records, which are read for the first of them alone

    def take(self, mail: Mail) -> list[Receipt]:
        """Reads a mail, and says what came of it; of one that was read before, only that."""
        if known := self.memory.get(mail.number):
            is_same = known.content == mail.content
            return [
                Receipt("read before" if is_same else "has the number of a mail that was read before, and other words: read it yourself")
            ]
        with remembering(self.readings):
            receipts = [Receipt(f"not read: {mail.fault}")] if mail.fault else self._receipts(mail)
        receipts += [Receipt(f"left out: {what}: {why}") for what, why in mail.left_out]
        references = tuple(dict.fromkeys(receipt.reference for receipt in receipts if receipt.reference))
        self.memory[mail.number] = ReadMail(mail.content, references)
        return receipts

    def _receipts(self, mail: Mail) -> list[Receipt]:
        sure = confirmation(mail.sender, mail.seen, self.offices)
        receipts: list[Receipt] = []
        for number, arrival in enumerate(arrival for text in mail.texts for arrival in arrivals(text)):
            if number == MOST_MESSAGES:
                receipts.append(Receipt(f"left out: all messages after the first {MOST_MESSAGES}"))
                break
            earlier = {receipt.reference for receipt in receipts}
            receipts.append(Receipt(f"a message that cannot be read: {arrival.fix}") if isinstance(arrival, Problem)
                            else self._message(mail, arrival, sure, earlier))  # fmt: skip
        if mail.attachments:
            receipts.append(self._attached(mail, sure))
        return list(dict.fromkeys(receipts)) or self._words_alone(mail)

    def _message(self, mail: Mail, arrival: Arrival, sure: Confirmation | None, earlier: Iterable[str]) -> Receipt:
        message = arrival.message
        reference, total = message.reference, _sum(message)
        before = self.waiting.get(reference)
        if before and total in before.sheet.sums:
            return Receipt("the same message was there already", reference)
        if reference in earlier:
            return Receipt("left out: an earlier message with this number, quoted below", reference)
        if refusal := _refusal(before, sure):
            return Receipt(refusal, reference)
        outcome = outcome_of_message(arrival, list(self._files_for(reference)))
        record = outcome.path.removesuffix(".yml") or message.record
        problems = [_sheet_problem(record, problem) for problem in outcome.problems]
        texts = {outcome.path: outcome.text} if outcome.is_sound else {}
        sheet = Sheet(
            reference, message.kind, MAIL, (record,), message.office, language=message.language, problems=tuple(problems), sums=(total,)
        )
        sheet = replace(sheet, duplicates=tuple((record, path) for path in outcome.duplicates))
        is_known = message.kind == REPORT or outcome.path or problems
        assert is_known, "a message has an outcome or a problem"
        kept = replace(message, reason="")
        is_kept = outcome.is_sound or message.kind == REPORT
        return self._keep(mail, sheet, texts, sure, kept if is_kept else None)

    def _attached(self, mail: Mail, sure: Confirmation | None) -> Receipt:
        reference = self._reference_of_files(mail)
        total = sum_of(b"".join(hashlib.sha256(file.content).digest() for file in mail.attachments))
        before = self.waiting.get(reference)
        if before and total in before.sheet.sums:
            return Receipt("the same files were there already", reference)
        if refusal := _refusal(before, sure):
            return Receipt(refusal, reference)
        together = bundle(mail.attachments, list(self._files_for(reference)), self.today)
        if not together.records and not together.problems:
            return Receipt("all that the attached files say is there already", reference)
        address = mail.sender.casefold()
        named = [(_A_FILE if address and address in where.casefold() else where, problem) for where, problem in together.problems]
        problems = tuple(_sheet_problem(where, problem) for where, problem in named)
        records = tuple(dict.fromkeys(together.records))
        sheet = Sheet(reference, RECORDS, MAIL, records, language=mail.language or "en", problems=problems, sums=(total,))
        return self._keep(mail, replace(sheet, duplicates=tuple(together.duplicates)), together.texts, sure)

    def _keep(
        self, mail: Mail, sheet: Sheet, texts: Mapping[str, str], sure: Confirmation | None, message: Message | None = None
    ) -> Receipt:
        """Puts a proposal in the place of the one with the same reference."""
        address = mail.sender.casefold()
        said = json.dumps(asdict(message), ensure_ascii=False) if message else ""
        for problem in own_address(address, (sheet.office, said, *texts.values())):
            sheet = replace(sheet, office="", problems=(*sheet.problems, _sheet_problem("", problem)))
            texts, message = {}, None
        before = self.waiting.get(sheet.reference)
        was = before.sheet if before else sheet
        sheet = replace(
            sheet,
            confirmed=sure.office.id if sure else "",
            by=sure.by if sure else "",
            received=was.received or self.today,
            updated=self.today,
            sums=(*(total for total in was.sums if total not in sheet.sums), *sheet.sums),
            state=RECEIVED,
        )
        kept = message_text(message, message.kind, [("Record", message.record)], "") if message else ""
        self.waiting[sheet.reference] = Waiting(sheet, dict(texts), kept)
        self.changed.add(sheet.reference)
        return Receipt(_words(sheet, is_correction=before is not None), sheet.reference, is_new=True)

    def _files_for(self, reference: str) -> Iterator[DataFile]:
        """The data folder as others' proposals will leave it: a name that waits is taken, and likely duplicates are seen."""
        yield from self.files
        there = {file.path for file in self.files}
        for other, waiting in self.waiting.items():
            if other != reference and waiting.sheet.state in OPEN:
                for path, text in waiting.texts.items():
                    if path not in there:
                        there.add(path)
                        yield self._file(path, text)

    def _file(self, path: str, text: str) -> DataFile:
        """A file that waits, the same one as long as its text is the same, so that it is read once."""
        content = text.encode()
        known = self.pending.get(path)
        if known is None or known.content != content:
            known = self.pending[path] = DataFile(path, path, content)
            self.readings.know(known)
        return known

    def _reference_of_files(self, mail: Mail) -> str:
        """Of attached files: that of the proposal which they correct, or else one that the number of the mail gives."""
        named = self._references_of_thread(mail)
        known = next((reference for reference in named if self.waiting[reference].sheet.kind == RECORDS), "")
        year = int((mail.sent or self.today)[:4])
        return known or reference_number(
            year if 2000 <= year <= 9999 else int(self.today[:4]), hashlib.sha256(mail.number.encode()).digest()
        )

    def _references_of_thread(self, mail: Mail) -> list[str]:
        """The proposals of which a mail speaks: in its subject or its words, or since it answers a mail of theirs."""
        typed = [reference_in(text[:100_000]) for text in (mail.subject, *mail.texts)]
        answered = [reference for number in reversed(mail.thread) if number in self.memory for reference in self.memory[number].references]
        return [reference for reference in dict.fromkeys((*typed, *answered)) if reference in self.waiting]

    def _words_alone(self, mail: Mail) -> list[Receipt]:
        if reference := next(iter(self._references_of_thread(mail)), ""):
            return [Receipt("an answer in words: read the mail", reference)]
        if any(text.strip() for text in mail.texts):
            return [Receipt(WORDS_ALONE)]
        return [] if mail.left_out else [Receipt("not read: it is empty")]


def _refusal(before: Waiting | None, sure: Confirmation | None) -> str:
    """Why a message does not take the place of the proposal with its number."""
    if before is None:
        return ""
    if before.sheet.state not in OPEN:
        return f"left out: the request was {before.sheet.state} already, so a correction needs a new one"
    if before.sheet.confirmed and (sure is None or sure.office.id != before.sheet.confirmed):
        return f"left out: {OF_ANOTHER}"
    return ""


def own_address(address: str, texts: Iterable[str]) -> Iterator[Problem]:
    """A problem where texts hold the address of their sender, in whatever letters. address: folded, or empty where it is not known."""
    if address and any(address in text.casefold() for text in texts):
        yield MSG_006.at(Place(""))


def _sum(message: Message) -> str:
    return sum_of(json.dumps(asdict(message), ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass"))


def _sheet_problem(record: str, problem: Problem) -> SheetProblem:
    return SheetProblem(record, problem.key, problem.code, problem.severity, problem.allowed, problem.fix)


def _words(sheet: Sheet, is_correction: bool) -> str:
    """What a line of the report says of a proposal."""
    first, more = sheet.records[:1], len(sheet.records) - 1
    what = f"{sheet.kind}: {first[0] if first else 'no record'}{f' and {more:,} more' if more > 0 else ''}"
    sure = f"confirmed: {sheet.confirmed}" if sheet.confirmed else "not confirmed"
    errors = sum(problem.severity == "error" for problem in sheet.problems)
    counts = [(errors, "errors"), (len(sheet.problems) - errors, "warnings"), (len(sheet.duplicates), "likely duplicates")]
    parts = [what, sure, *(f"{count:,} {name if count > 1 else name[:-1]}" for count, name in counts if count)]
    return f"{'corrected' if is_correction else 'received'}: {', '.join(parts)}"
