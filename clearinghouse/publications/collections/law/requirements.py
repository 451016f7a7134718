"""Requirements: the four of Resolution Conf. 8.4, in words and as cells of tables."""

from collections.abc import Mapping

from clearinghouse.publications.collections.law.claims import read_line
from clearinghouse.publications.html.facts import fact, facts
from clearinghouse.publications.html.lines import text_bit
from clearinghouse.publications.html.parts import Badge, Bit, Cell, Line, Section
from clearinghouse.publications.words import capital, listed, sentence
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.parts.requirement import Requirement

ADDRESS = "legislation/requirements/"
GAPS = "legislation/gaps/"
LABELS = {"authorities": "Authorities", "prohibition": "Prohibition", "penalties": "Penalties", "confiscation": "Confiscation"}
_BADGES: Mapping[str, tuple[str, str]] = {
    "yes": ("done", "Yes"),
    "partly": ("heed", "Partly"),
    "no": ("stop", "No"),
    "unknown": ("soon", "Not known"),
}
UNREAD = "No article was read."


def met_badge(requirement: Requirement) -> Badge:
    """Whether it is met, as a shape and a word."""
    return Badge(*_BADGES[requirement.met])


def is_unread(requirement: Requirement) -> bool:
    """Whether it is held to be met by what others say of the law alone, a category for example."""
    return requirement.met in ("yes", "partly") and not requirement.provision


def requirement_cell(requirement: Requirement, label: str) -> Cell:
    """Whether it is met, by which words of the law, and what says so."""
    words = (text_bit(capital(requirement.provision)),) if requirement.provision else (Bit(UNREAD),) if is_unread(requirement) else ()
    sources = tuple(read_line(source) for source in requirement.sources[:1])
    return Cell((*((words,) if words else ()), *sources), label, mark=met_badge(requirement))


def unread_words(record: LegislationStatus) -> str:
    """`Category 1 rests on the list alone for prohibition and confiscation`: what was not read, where a category says that it is met."""
    four = record.requirements.by_name
    unread = [LABELS[name].lower() for name, requirement in four.items() if is_unread(requirement)]
    return f"No article was read for {listed(unread)}: what is shown there comes from other sources." if unread else ""


def requirements_section(record: LegislationStatus) -> Section:
    """The four of a state, each with the article, what a reader must know, and its sources."""
    rows = []
    for name, requirement in record.requirements.by_name.items():
        lines: list[Line] = [(Bit(met_badge(requirement).text),)]
        lines += [(text_bit(capital(requirement.provision)),)] if requirement.provision else []
        lines += [(Bit(UNREAD),)] if is_unread(requirement) else []
        lines += [(text_bit(sentence(requirement.note)),)] if requirement.note else []
        lines += [read_line(source) for source in requirement.sources]
        rows.append(fact(LABELS[name], *lines))
    open_ones = [name for name, requirement in record.requirements.by_name.items() if requirement.met != "yes"]
    gaps: list[Bit] = [Bit("What may help with ")] if open_ones else []
    for place, name in enumerate(open_ones):
        gaps += [Bit(", ")] if place else []
        gaps.append(Bit(LABELS[name].lower(), to=f"{GAPS}#{name}"))
    help_line = (*gaps, Bit(".")) if gaps else ()
    intro = (
        Bit("Minimum requirements of Resolution Conf. 8.4. This is what sources say. It is not an assessment by the CITES Secretariat. "),
        Bit("All states side by side", to=ADDRESS),
    )
    return Section("requirements", "The four requirements", facts=facts(*rows), paragraphs=(intro, *((help_line,) if help_line else ())))
