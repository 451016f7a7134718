"""chm proposals: lists what waits for the editors, and does what they decide."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.problem import visible
from clearinghouse.problems.report import report
from clearinghouse.reading.waiting.lines import MOST, difference, left_out, lines_of, words_in
from clearinghouse.records.proposal_sheet import OPEN
from clearinghouse.records.written.messages.reference_numbers import reference_in
from clearinghouse.site.address import site_address
from clearinghouse.world.disk.data_folder import path_name
from clearinghouse.world.failure import Failure
from clearinghouse.world.receiving.editing_desk import Desk

HELP = """\
Lists what offices have sent: how long it waits, which office it claims to come from and whether that is confirmed, which
problems it has, and which records it may repeat. Read the files in its folder before you decide; nothing is published by itself.

  chm proposals                                        what waits
  chm proposals --decided                              and what was decided before
  chm proposals --show CH-2026-7KQ4-M2XD               what it would change in the records as they are now
  chm proposals --accept CH-2026-7KQ4-M2XD             writes its records into data/, as they are to be now
  chm proposals --accept CH-2026-7KQ4-M2XD --without trainings/th-2027-03-x --reason "It is listed already."
                                                       accepts the other records of a file, and declines this one
  chm proposals --ask CH-2026-7KQ4-M2XD --reason "Which days?"      writes the question, as text to send
  chm proposals --decline CH-2026-7KQ4-M2XD --reason "It is listed already."
  chm proposals --note                                 says of all that wait, on their public pages, that they were received

A decision writes the answer to the sender, reply.txt in the folder of the proposal, and data/_proposals/NUMBER.yml, from which its
public page is made: commit that with the records. The reason of a declined proposal is shown there: name nobody in it. To say the same
again changes nothing; what was interrupted is completed. docs/proposals.md says more.

Exit status: 0 done, 1 a proposal has errors (all listed) and was not accepted, 2 the tool itself failed."""

OF_MESSAGE = "Its message is kept and done to the record as it is now: what others changed since stays."
NOTHING = "It has no record without errors, so it cannot be accepted. Ask its sender, or decline it."
OF_FILES = "No message is kept, so the proposed file is taken whole: what others changed in the record since goes."


@options.command(HELP)
@options.data
@click.option("--proposals", type=options.PATH, default=Path("proposals"), metavar="DIR", help="where they wait (default: proposals)")
@click.option("--show", default="", metavar="NUMBER", help="show what it would change")
@click.option("--accept", default="", metavar="NUMBER", help="write its records into the data folder")
@click.option("--without", multiple=True, metavar="RECORD", help="with --accept: a record of its file that is declined; may be repeated")
@click.option("--ask", default="", metavar="NUMBER", help="write a question to its sender")
@click.option("--decline", default="", metavar="NUMBER", help="do not accept it")
@click.option("--reason", default="", metavar="TEXT", help="why it, or a part of it, is declined, or what is asked")
@click.option("--note", is_flag=True, help="write a public sheet for all that wait")
@click.option("--decided", is_flag=True, help="list those that were decided as well")
@options.as_of
def run(
    data: Path, proposals: Path, show: str, accept: str, without: tuple[str, ...], ask: str, decline: str, reason: str, note: bool,
    decided: bool, as_of: date,
) -> int:  # fmt: skip
    """Lists, or does what was decided. Returns 0 or 1, or raises Failure."""
    show, accept, ask, decline = (reference_in(number) or number for number in (show, accept, ask, decline))
    if bool(show) + bool(accept) + bool(ask) + bool(decline) + note > 1:
        raise Failure("one at a time: --show, --accept, --ask, --decline or --note")
    reason = " ".join(reason.split())
    if len(reason) > 1200:
        raise Failure("--reason is too long: 1,200 characters at most")
    if (decline or without) and not reason:
        raise Failure(f"--{'decline' if decline else 'without'} needs --reason, in words for the sender: the public page shows it")
    if without and not accept:
        raise Failure("--without goes with --accept: it names what is not accepted")
    url = site_address().rstrip("/")
    desk = Desk(proposals, data, as_of, f"{url}/" if url else "")
    if show:
        print("\n".join(_preview(desk, show)))
        return 0
    if accept:
        named = [record.removeprefix("data/").removesuffix(".yml") for record in without]
        return _accept(desk, accept, list(dict.fromkeys(named)), reason if without else "")
    if ask or decline:
        reply = desk.ask(ask, reason) if ask else desk.decline(decline, reason)
        print(f"{ask or decline} is {'asked' if ask else 'declined'}. Send this text to its sender: {path_name(reply)}")
        print("Next: commit data/_proposals, so that its page says so")
    elif note:
        print(f"{desk.note()} new in {path_name(data / '_proposals')}: commit them")
    else:
        _list(desk, decided)
    return 0


def _preview(desk: Desk, reference: str) -> Iterator[str]:
    waiting, agreed, there = desk.preview(reference)
    if waiting.sheet:
        yield from lines_of(waiting.sheet, desk.today)
    yield from words_in(waiting.message)
    if there:
        yield OF_MESSAGE if waiting.message else OF_FILES
    for path, text in agreed.texts.items():
        yield from difference(path, there.get(path), text)
    if not agreed.texts:
        yield "Nothing would change." if agreed.records else NOTHING
    if agreed.problems:
        yield report(agreed.problems, 1, "text")


def _accept(desk: Desk, reference: str, without: Sequence[str], reason: str) -> int:
    waiting, agreed, there = desk.preview(reference, without)
    paths, problems = desk.accept(reference, without, reason)
    if problems:
        print(report(problems, 1, "text"))
    if any(problem.severity == "error" for problem in problems):
        return 1
    if not agreed.records and waiting.sheet:
        print("\n".join([*lines_of(waiting.sheet, desk.today), NOTHING]))
        return 1
    print("\n".join([*(f"Written: {path_name(path)}" for path in paths), f"{reference} is accepted{'' if paths else '; all was there'}"]))
    if there:
        print(OF_MESSAGE if waiting.message else OF_FILES)
    print("\n".join(f"Declined: {visible(record)}" for record in without), end="\n" if without else "")
    for record, other in waiting.sheet.duplicates if waiting.sheet else ():
        if record in without:
            continue
        print(f"Perhaps the same as {visible(other)}: compare both")
    if waiting.sheet and (left := list(left_out(waiting.sheet))):
        print("\n".join([*left, "Its sender has to send that again, as something new."]))
    print("Next: python3 scripts/chm.py check, see `git diff`, and commit the records together with data/_proposals")
    return 0


def _list(desk: Desk, decided: bool) -> None:
    known = desk.all()
    listed = [one for one in known if decided or not one.sheet or one.sheet.state in OPEN]
    by_record: dict[str, list[str]] = defaultdict(list)
    for one in listed:
        for record in one.sheet.records if one.sheet else ():
            by_record[record].append(one.reference)
    for one in listed:
        if not one.sheet:
            print(f"{one.reference}  its sheet cannot be read: see {path_name(one.folder)}")
            continue
        twins = sorted({other for record in one.sheet.records for other in by_record[record]} - {one.reference})
        others = (f"  the same record as {other}" for other in twins[:MOST])
        print("\n".join([*lines_of(one.sheet, desk.today), *words_in(one.message), *others]))
    print(f"{len(listed)} of {len(known)} proposals in {path_name(desk.proposals)}" if known else "no proposals wait")
    if listed:
        print("Next: --show NUMBER shows what one would change; --accept, --ask and --decline decide")
