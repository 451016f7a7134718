"""Links that no longer lead anywhere: a page that lists them with their reasons, and the text of one issue that does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.outward import Named, addresses
from clearinghouse.publications.form_links import to_edit
from clearinghouse.publications.html.markdown import code
from clearinghouse.publications.html.parts import Bit, Head, Item, Notice, Section
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.page import Page
from clearinghouse.publications.pages.upkeep.quality import LINKS as ADDRESS
from clearinghouse.publications.pages.upkeep.quality import MAINTAIN
from clearinghouse.publications.site import Site
from clearinghouse.publications.translation.formats import number_text
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.publications.words import capital, counted, date_words, listed
from clearinghouse.records.link_report import DEAD_AFTER, LinkState
from clearinghouse.vocabulary.writing_systems import language_by_script

MOST_LINES = 200
"""How many addresses a part of the page shows."""
MOST_IN_ISSUE = 60
"""How many a part of the issue shows: GitHub takes 65,536 characters."""
_LONGEST = 100
_GROUPS: tuple[tuple[str, str, str, Callable[[LinkState], bool]], ...] = (
    ("dead", "Dead", f"Failed in {DEAD_AFTER} runs in a row, on as many days.", lambda state: state.is_dead),
    ("failing", "Failing", "Failed the last time, but not often enough yet to count as dead.", lambda state: state.is_failing),
    ("moved", "Moved for good", "The host says that the page has a new address.", lambda state: bool(state.moved_to)),
    ("refused", "Closed to automatic checks", "The host answers, but only to people with a browser.", lambda state: bool(state.refused)),
)
_OF_ISSUE = ("dead", "moved")


def page(catalogue: Catalogue, site: Site, templates: Templates) -> Page:
    """The page of links."""
    html = templates.render("pages/digest.html", ADDRESS, **context(catalogue, site))
    described = "Which links in the records do not work, why, and where a copy is kept."
    return Page(ADDRESS, "Links", described, html, MAINTAIN, is_indexed=False)


def context(catalogue: Catalogue, site: Site) -> Mapping[str, Any]:
    """What the page lays out."""
    by_url = addresses(catalogue)
    crumbs = (("Home", ""), ("For editors", MAINTAIN), ("Links", None))
    visited = _visited(catalogue, by_url)
    lead = state_in_words(catalogue)
    if not visited:
        empty = Notice(lead, (Bit("It runs every week, where the site has a repository, or by the command chm links."),))
        return {"head": Head("Links", crumbs=crumbs), "notice": None, "sections": [Section("none", "Links", empty=empty)]}
    sections = []
    for key, title, meaning, fits in _GROUPS:
        states = _of(visited, fits)
        more = f" The first {MOST_LINES} are shown." if len(states) > MOST_LINES else ""
        if states:
            items = tuple(_item(state, by_url[state.url], site) for state in states[:MOST_LINES])
            sections.append(Section(key, f"{title}: {len(states):,}", items, ((Bit(meaning + more),),)))
    if not sections:
        sections.append(Section("none", "Nothing to fix", empty=Notice("All links work.")))
    return {"head": Head("Links", lead, crumbs=crumbs), "notice": None, "sections": sections}


def state_in_words(catalogue: Catalogue) -> str:
    """`Link check: not run yet (378 links).`, or what the last one says."""
    by_url = addresses(catalogue)
    visited = _visited(catalogue, by_url)
    if not visited:
        return gettext("Link check: not run yet ({links}).", links=counted(len(by_url), "link"))
    counts = [f"{number_text(len(_of(visited, group[3])))} {gettext(group[1]).lower()}" for group in _GROUPS]
    last = max(state.checked for state in visited)
    return gettext(
        "{number} of {links} checked, last on {day}: {counts}.",
        number=number_text(len(visited)),
        links=counted(len(by_url), "link"),
        day=date_words(last),
        counts=listed(counts),
    )


def _visited(catalogue: Catalogue, by_url: Mapping[str, Sequence[Named]]) -> list[LinkState]:
    """What is known of the addresses that records still name."""
    states = catalogue.links.states if catalogue.links else {}
    return [state for url, state in sorted(states.items()) if url in by_url]


def _of(states: Sequence[LinkState], fits: Callable[[LinkState], bool]) -> list[LinkState]:
    """Those that have most failures first, then by address."""
    return sorted((state for state in states if fits(state)), key=lambda state: (-len(state.failures), state.url))


def words_of(state: LinkState) -> str:
    """What happened, in sentences."""
    words = []
    if state.failures:
        first, last = state.failures[0], state.failures[-1]
        days = f"on {date_words(first.on)}" if len(state.failures) == 1 else f"in {len(state.failures)} runs since {date_words(first.on)}"
        reasons = dict.fromkeys(failure.why for failure in reversed(state.failures))
        words.append(f"{capital(last.why)} {days}." if len(reasons) == 1 else f"{capital('; '.join(reasons))}: {days}.")
    if state.refused:
        words.append(f"{state.refused} on {date_words(state.checked)}.")
    return " ".join(words)


def _item(state: LinkState, mentions: Sequence[Named], site: Site) -> Item:
    bits = [Bit(f"{words} ")] if (words := words_of(state)) else []
    if state.moved_to:
        bits += [Bit("Now at "), Bit(_short(state.moved_to), href=state.moved_to), Bit(". ")]
    copy = _copy(state, mentions)
    if copy:
        bits += [Bit("An archived copy", href=copy), Bit(" is kept. ")]
    for place, mention in enumerate(_by_record(mentions)):
        record = mention.record
        bits += [Bit("; " if place else "Named by "), Bit(record.title, to=record.address, lang=language_by_script(record.title))]
        form, file = to_edit(record), site.edit_link(record.path)
        if form or file:
            bits += [Bit(" ("), Bit("fix it", to=form, href=None if form else file), Bit(")")]
    return Item((Bit(_short(state.url), href=state.url),), (*bits, Bit(".")))


def _short(url: str) -> str:
    return url if len(url) <= _LONGEST else url[: _LONGEST - 1] + "…"


def _copy(state: LinkState, mentions: Sequence[Named]) -> str:
    """The archived copy that a record names itself, else the one that the check found."""
    own = (mention.outward.source.archived for mention in mentions if mention.outward.source and mention.outward.source.archived)
    return next(own, None) or state.archived if state.failures else ""


def _by_record(mentions: Sequence[Named]) -> list[Named]:
    """Each record once."""
    return list({mention.record.key: mention for mention in mentions}.values())


# The issue


def issue_text(catalogue: Catalogue, site_url: str = "") -> str:
    """What needs fixing, in Markdown, for one issue that every run writes anew. Whatever comes from records or from
    servers stands in code spans, where it can neither mention anybody nor link to anything. site_url: for a way to the page."""
    return "\n".join(_issue(catalogue, site_url)) + "\n"


def _issue(catalogue: Catalogue, site_url: str) -> Iterator[str]:
    by_url = addresses(catalogue)
    visited = _visited(catalogue, by_url)
    of = f"of {counted(len(by_url), 'address', 'addresses')}"
    yield f"{len(visited):,} {of} were checked. `chm links` rewrites this text in every run."
    for key, title, meaning, fits in _GROUPS:
        states = _of(visited, fits)
        yield from ("", f"## {title}: {len(states):,}", "", meaning)
        if key not in _OF_ISSUE or not states:
            continue
        yield ""
        for state in states[:MOST_IN_ISSUE]:
            yield from _issue_lines(state, by_url[state.url])
        if len(states) > MOST_IN_ISSUE:
            yield f"- and {len(states) - MOST_IN_ISSUE:,} more"
    if site_url:
        yield from ("", f"All of them, with links to the forms: {site_url.rstrip('/')}/{ADDRESS}")


def _issue_lines(state: LinkState, mentions: Sequence[Named]) -> Iterator[str]:
    yield f"- {code(state.url)}"
    yield f"  - in {', '.join(code(f'{mention.record.path}: {mention.outward.key}') for mention in _by_record(mentions))}"
    if words := words_of(state):
        yield f"  - {code(words)}"
    if state.moved_to:
        yield f"  - now at {code(state.moved_to)}"
    if copy := _copy(state, mentions):
        yield f"  - archived copy: {code(copy)}"
