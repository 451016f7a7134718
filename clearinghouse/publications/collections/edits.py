"""Edits: what an editor can do with a record comes out as the choices of one menu."""

from clearinghouse.publications.form_links import to_edit, to_request, to_verify
from clearinghouse.publications.html.parts import Action
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.event import Event
from clearinghouse.records.collections.record import Record, Subject


def edits(subject: Subject, site: Site, noun: str = "record") -> tuple[Action, ...]:
    """What an editor can do with a record: in the form where its collection has one, else in its file. noun: what it is called."""
    form, verify, file = to_edit(subject), to_verify(subject), site.file_link(subject.path)
    in_file, report = site.edit_link(subject.path), site.report_link(subject.key)
    is_current = isinstance(subject, Record) and subject.withdrawn is None
    edit = f"Edit this {noun}"
    return (
        *([Action(edit, to=form)] if form else [Action(edit, href=in_file)] if in_file else []),
        *([Action("Confirm this is still correct", to=verify)] if verify and is_current else []),
        *(Action(words, to=to_request(subject, what)) for what, words in _requests(subject)),
        *(
            [Action("Report a mistake", to=to_request(subject, "report"))]
            if form
            else [Action("Report a change", href=report)]
            if report
            else []
        ),
        *([Action("View source file (GitHub)", href=file)] if file else []),
    )


def _requests(subject: Subject) -> tuple[tuple[str, str], ...]:
    """What may be asked for of an event that is still to come, or of which nobody has said yet that it took place."""
    is_open = isinstance(subject, Event) and not subject.withdrawn and subject.status not in ("cancelled", "held")
    return (("held", "Report that it took place"), ("move", "Move it to another date"), ("cancel", "Cancel it")) if is_open else ()
