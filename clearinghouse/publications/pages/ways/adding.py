"""Adding: a collection comes in, and the button by which readers add a record to it leaves, which leads to a way that there is."""

from typing import Any

from clearinghouse.publications.collections.presentation import Presentation
from clearinghouse.publications.form_links import FORMS, to_add, to_announce
from clearinghouse.publications.html.parts import Action
from clearinghouse.publications.site import Site
from clearinghouse.records.collection import COLLECTIONS


def adding(presentation: Presentation[Any], site: Site) -> tuple[Action, ...]:
    """The page that explains it, or else the form, in which an event is one that is announced; where the form does not know the
    collection, the template of its files, if the site has a public repository."""
    if not presentation.add:
        return ()
    if presentation.add_at or presentation.name in FORMS:
        to_form = to_announce if COLLECTIONS[presentation.name].is_event else to_add
        return (Action(presentation.add, to=presentation.add_at or to_form(presentation.name), main=True),)
    template = site.sample_link(presentation.name)
    return (Action("Add by file template (GitHub)", href=template),) if template else ()
