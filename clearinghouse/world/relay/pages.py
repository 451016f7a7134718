"""Pages of the relay: what became of a message comes in, a whole page in the language of its sender leaves; it needs no script."""

from pathlib import Path

from jinja2 import FileSystemLoader

from clearinghouse.problems.problem import Problem
from clearinghouse.publications.forms.problem_words import Words, words_of
from clearinghouse.publications.html.templates import Templates
from clearinghouse.publications.translation.language import ENGLISH, speaking
from clearinghouse.publications.translation.texts import gettext
from clearinghouse.world.languages import language_of, site_languages
from clearinghouse.world.receiving.answers import label_of
from clearinghouse.world.relay.intake import Answer, Fate

TEMPLATE, STYLE = "relay/page.html", "look.css"


class Pages:
    """Makes the pages. root: of the repository; site: the address of the site, ending in a slash, or empty."""

    def __init__(self, root: Path, site: str) -> None:
        self.root, self.site = root, site
        self._templates = Templates(FileSystemLoader(root / "overrides" / "records"))

    def language_for(self, accepted: str) -> str:
        """The first language of a header Accept-Language that the site has; English where it has none."""
        tags = (part.partition(";")[0].strip().partition("-")[0].lower() for part in accepted[:200].split(","))
        return next((tag for tag in tags if tag in site_languages(self.root)), ENGLISH)

    def start(self, language: str) -> str:
        """The page on which a message is pasted."""
        return self._page(language, "", "", (), has_field=True)

    def answer(self, answer: Answer, language: str) -> str:
        """What became of a message."""
        is_there = answer.fate in (Fate.WAITS, Fate.KNOWN)
        spoken = answer.language or language
        words = zip(answer.problems[:20], self.words_of(answer, language), strict=False)
        with speaking(language_of(self.root, spoken)):
            lines = tuple(_line(problem, answer.record, says) for problem, says in words)
        return self._page(spoken, answer.fate.name, answer.reference if is_there else "", lines, has_field=not is_there)

    def words_of(self, answer: Answer, language: str) -> list[Words]:
        """Of each problem what is allowed, and how to mend it, in the language of the message, or else in another."""
        with speaking(language_of(self.root, answer.language or language)):
            return [words_of(problem, answer.record) for problem in answer.problems]

    def words(self, fate: str, language: str) -> str:
        """A page that says one thing alone."""
        return self._page(language, fate, "", (), has_field=False)

    def _page(self, language: str, fate: str, reference: str, lines: tuple[tuple[str, bool], ...], *, has_field: bool) -> str:
        known = language_of(self.root, language)
        with speaking(known):
            heading, text = _words(fate)
            status = f"{self.site}contribute/status/{reference}/" if reference and self.site else ""
            return str(
                self._templates.render(
                    TEMPLATE, "", tag=known.tag, heading=heading, text=text, reference=reference, lines=lines, status=status,
                    has_field=has_field, site=self.site,
                )
            )  # fmt: skip


def _line(problem: Problem, record: str, says: Words) -> tuple[str, bool]:
    """What a problem says, by the name that the form has for its key, and whether that is in English still."""
    label = label_of(record, problem.key) if problem.key else ""
    return f"{label}: {says.fix}" if label else says.fix, says.is_english


def _words(fate: str) -> tuple[str, str]:
    """A heading and a sentence."""
    later = gettext("Please send it again later. Your message was not kept.")
    return {
        "WAITS": (gettext("We have received your message"), gettext("It waits for the editors. Nothing is published before they agree.")),
        "KNOWN": (gettext("We have received your message"), gettext("It was here already, and is kept once.")),
        "UNSOUND": (gettext("Your message was not taken"), gettext("Please correct this in the form, and send it again.")),
        "DECIDED": (
            gettext("Your message was not taken"),
            gettext("The editors have already decided about this number. Please start again in the form."),
        ),
        "LONG": (gettext("Your message was not taken"), gettext("It is too long. Please shorten it in the form, and send it again.")),
        "FAST": (gettext("Too many messages at once"), later),
        "FULL": (gettext("Too many messages at once"), later),
        "FAILED": (gettext("Your message could not be kept"), later),
        "WRONG": (gettext("Your message was not taken"), gettext("Please send it from the form on our site.")),
    }.get(fate, (gettext("Send a message to the editors"), gettext("Paste here the message that the form has made, all lines of it.")))
