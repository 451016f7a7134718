"""chm inbox: reads a mailbox, and makes proposals of what offices sent."""

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from clearinghouse.commands import options
from clearinghouse.problems.report import report as problem_report
from clearinghouse.reading.inbox.account import Accounted, as_markdown, lines_of
from clearinghouse.reading.inbox.receiving import Inbox
from clearinghouse.reading.intake.mails.mail import mail_of
from clearinghouse.reading.typing.office_list import office_list
from clearinghouse.records.proposal_sheet import OPEN
from clearinghouse.site.address import site_address
from clearinghouse.world.disk.data_folder import data_files, path_name
from clearinghouse.world.disk.whole_files import write_text
from clearinghouse.world.git.branches import Branches
from clearinghouse.world.receiving.imap import PASSWORD, SCHEME, USER, posts_on
from clearinghouse.world.receiving.mailboxes import Post, posts_at
from clearinghouse.world.receiving.replies import Reply, reply_to
from clearinghouse.world.receiving.waiting import memory_in, waiting_in, write_replies, write_waiting

HELP = f"""\
Reads a mailbox: messages of the form, attached spreadsheets, calendars and records. Each becomes a proposal that editors read;
nothing is published. Each mail is read once, and gets a line of the report. The mailbox stays as it is.

  chm inbox mails.mbox                          a file of mails (mbox), a Maildir, a folder of .eml files, or one such file
  chm inbox imaps://mail.example.org/INBOX      a server, over TLS; set {USER} and {PASSWORD} before
  chm inbox mails.mbox --server mx.example.org  believes what that server wrote of senders (Authentication-Results)
  chm inbox mails.mbox --branch                 puts each onto a branch as well, proposal/CH-2026-7KQ4-M2XD; nothing is pushed

Proposals go into proposals/, a folder for each reference; docs/proposals.md says how. Replies go into outbox/, as mails to send:
they alone hold addresses, so keep that folder to yourselves. data/offices.yml says which domains belong to which office.
`chm proposals` lists what waits then, and decides. docs/inbox.md says more.

Exit status: 0 done, 1 offices.yml has problems, 2 the tool itself failed."""


@options.command(HELP)
@click.argument("mailbox", help="a file, a folder, or imaps://host/folder")
@click.option("--proposals", type=options.PATH, default=Path("proposals"), metavar="DIR", help="where proposals go (default: proposals)")
@click.option("--outbox", type=options.PATH, default=Path("outbox"), metavar="DIR", help="where replies go (default: outbox)")
@click.option("--branch", "has_branches", is_flag=True, help="put the records of each proposal onto a branch of git as well")
@click.option("--no-replies", is_flag=True, help="write no replies")
@click.option("--server", default="", metavar="NAME", help="how your receiving server calls itself in Authentication-Results")
@click.option("--report", "markdown", type=options.PATH, metavar="FILE", help="write there what came of each mail, in Markdown")
@click.option("--site-url", default="", metavar="URL", help="where our own site is (default: that of mkdocs.yml)")
@options.data
@options.as_of
def run(
    mailbox: str, proposals: Path, outbox: Path, has_branches: bool, no_replies: bool, server: str, markdown: Path | None, site_url: str,
    data: Path, as_of: date,
) -> int:  # fmt: skip
    """Reads all mails, writes replies, proposals and the memory of them. Returns 0 or 1, or raises Failure."""
    files = list(data_files(data))
    offices = office_list(files)
    if isinstance(offices, list):
        print(problem_report(offices, 1, "text"))
        return 1
    branches = Branches.of(data) if has_branches else None
    inbox = Inbox(files, offices, as_of.isoformat(), waiting_in(proposals), memory_in(proposals))
    form = f"{(site_url or site_address()).rstrip('/')}/contribute/" if site_url or site_address() else ""
    mails: list[Accounted] = []
    replies: list[Reply] = []
    with _posts(mailbox, inbox) as posts:
        for post in posts:
            mail = mail_of(post.content(), server)
            is_known = mail.number in inbox.memory
            receipts = inbox.take(mail)
            mails.append(Accounted(post.name, mail.number, mail.sent, receipts))
            reply = None if is_known or no_replies else reply_to(mail, receipts, inbox.waiting, form)
            replies += [reply] if reply else []
    write_replies(outbox, replies)
    write_waiting(proposals, inbox.waiting, sorted(inbox.changed), inbox.memory)
    if markdown:
        write_text(markdown, as_markdown(mails))
    print("\n".join(lines_of(mails)))
    if replies:
        print(f"{len(replies):,} {'reply' if len(replies) == 1 else 'replies'} to send in {path_name(outbox)}")
    for name in _branches(branches, inbox) if branches else ():
        print(f"branch {name}")
    if inbox.changed:
        print(f"Next: {'read the replies and send them; ' if replies else ''}`python3 scripts/chm.py proposals` lists what waits")
    return 0


def _branches(branches: Branches, inbox: Inbox) -> Iterator[str]:
    """Those that are new or moved: of all that changed now, and of what waits without one, since an earlier run was interrupted."""
    for reference, waiting in inbox.waiting.items():
        if waiting.sheet.state in OPEN and (reference in inbox.changed or (waiting.texts and not branches.has(reference))):
            sheet = waiting.sheet
            sure = f"confirmed by {sheet.by} as of {sheet.confirmed}" if sheet.confirmed else "not confirmed"
            name = branches.propose(
                reference, waiting.texts, f"Propose {', '.join(sheet.records[:5])}\n\n{reference}: {sheet.kind}, {sure}"
            )
            yield from [name] if name else []


@contextlib.contextmanager
def _posts(mailbox: str, inbox: Inbox) -> Iterator[Iterator[Post]]:
    if mailbox.casefold().startswith(SCHEME):
        with posts_on(mailbox, inbox.memory) as posts:
            yield posts
    else:
        yield posts_at(Path(mailbox))
