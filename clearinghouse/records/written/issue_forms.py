"""Issue forms: what GitHub's forms ask of those who propose a record there, made from the keys of the collections.

`publications.forms.issue_form` makes the templates of .github/ISSUE_TEMPLATE from them, `reading.intake.issue_form` reads what
somebody filled in; so both speak of the same labels.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from clearinghouse.records.keys.key import BY_LANGUAGE, Key
from clearinghouse.records.written.keys import Leaf, leaves_of
from clearinghouse.vocabulary.kinds import CHANGES
from clearinghouse.vocabulary.states import MEMBER_STATES

SEPARATOR = " · "
"""Between an option's value and its name. No value holds it."""
BEFORE_YOU_SEND = "Before you send"
"""The last heading of every form, which asks nothing."""


@dataclass(frozen=True)
class Question:
    """A question of an issue form.

    path: where the answer goes in a record, dotted; `more.…` where no key of a record says the same; options: what is
    offered, by value, empty where one may write; many: whether several can be chosen, or stand on lines of their own.
    """

    path: str
    label: str
    help: str
    example: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    many: bool = False
    is_long: bool = False
    default: str = ""

    @cached_property
    def as_offered(self) -> Mapping[str, str]:
        """The values of the options, by what the form shows for them."""
        return {shown_as(value, name): value for value, name in self.options.items()}

    @cached_property
    def _option(self) -> re.Pattern[str]:
        return re.compile(f"(?:^|, )({'|'.join(map(re.escape, [*self.as_offered, *self.options]))})(?=, |$)")

    def chosen(self, answer: str) -> tuple[list[str], list[str]]:
        """The values of the options that an answer names, joined by commas as GitHub does it; and what is no option."""
        known = {**self.as_offered, **{value: value for value in self.options}}
        parts = self._option.split(answer) if self.many else [answer]
        texts = [part.removeprefix(", ") for part in parts if part]
        return [known[text] for text in texts if text in known], [text for text in texts if text not in known]


@dataclass(frozen=True)
class IssueForm:
    """A form. kind: its file's name without the ending; collection: of the record that it makes, empty where the answers say it."""

    kind: str
    collection: str
    name: str
    description: str
    title: str
    questions: tuple[Question, ...]


def shown_as(value: str, name: str) -> str:
    """An option as a form shows it."""
    return value if value == name else f"{value}{SEPARATOR}{name}"


_STATES: Mapping[str, str] = {code: state.name for code, state in MEMBER_STATES.items()}
_HELP: Mapping[str, str] = {
    "Host state": "The state in which it takes place; leave it open if it is online or regional.",
    "Countries taking part": "Only where the source says so.",
}
"""Of states, by label: where most are chosen from a list, there is less to explain."""
_UNASKED = frozenset(
    {
        "region",
        "audience_note",
        "topics_note",
        "participants_note",
        "registration.opens",
        "chair",
        "vice_chair",
        "sources.0.language",
        "sources.0.accessed",
        "sources.0.archived",
        "published",
        "verified",
        "verified_by",
    }
)
"""What these forms leave to those who make a record of them. Every other key is asked for, a new one by itself."""


def questions_of(collection: str, unasked: Container[str] = ()) -> tuple[Question, ...]:
    """Questions for the keys of a collection's records. unasked: the paths of those that its form leaves out."""
    leaves = (leaf for leaf in leaves_of(collection) if leaf.path not in _UNASKED and leaf.path not in unasked)
    return tuple(question for leaf in leaves for question in _questions(leaf))


def _questions(leaf: Leaf) -> Iterator[Question]:
    if leaf.key.type == "state":
        yield from _states(leaf)
    else:
        yield _question(leaf, leaf.label.replace("Time: ", "Hours: "))


def _question(leaf: Leaf, label: str) -> Question:
    key = leaf.key
    options = {"true": "yes, and the note says why"} if leaf.path == "undated" else key.choices if _is_offered(key) else {}
    is_long = key.is_long or key.type == BY_LANGUAGE or (key.many and not options)
    example = key.example.replace("; ", "\n")
    return Question(leaf.path, label, key.help, example, options, leaf.required, key.many, is_long, key.offered)


def _is_offered(key: Key) -> bool:
    return bool(key.words) or key.type in ("audience", "topic", "language", "body_of", "source_kind")


def _states(leaf: Leaf) -> tuple[Question, Question]:
    """Two questions for one key: the member states to choose from, all others to write."""
    key, label = leaf.key, leaf.label
    others = "Two-letter codes or names, each on a line of its own." if key.many else "Its two-letter code or its name."
    example = "CN\nUS" if key.many else "CN"
    return (
        Question(leaf.path, label, _HELP.get(label, key.help), options=_STATES, many=key.many),
        Question(leaf.path, f"{label}: if not in ASEAN", others, example, many=key.many, is_long=key.many),
    )


def _asked_as(heading: str, paths: str) -> tuple[Question, ...]:
    """Questions for some keys of a training under a heading of their own: what is new of them."""
    leaves = {leaf.path: leaf for leaf in leaves_of("trainings")}
    return tuple(_question(leaves[path], f"{heading}: {leaves[path].key.label.lower()}") for path in paths.split())


_SOURCE = tuple(
    replace(question, path=question.path.replace("sources.0", "more.source"))
    for question in questions_of("trainings")
    if question.path.startswith("sources.")
)
_OF_CLAIMS = frozenset(("source", "other_sources", "confidence"))
_GROWS: Mapping[str, frozenset[str]] = {
    "assessments": _OF_CLAIMS | {"note"},
    "laws": _OF_CLAIMS | {"id", "year", "signed", "assent", "revised", "replaces", "amended_by"},
    "next_steps": _OF_CLAIMS | {"note"},
}
"""What a state's file gets more of, and which keys of it these forms leave to those who edit the file."""


def _of_laws() -> Iterator[Question]:
    for question in questions_of("legislation"):
        group, _, inner = question.path.partition(".0.")
        if group in _GROWS and inner.partition(".")[0] not in _GROWS[group]:
            yield question


def _of_workshops() -> tuple[Question, ...]:
    """Of meetings, who meets is asked before how many came."""
    questions = questions_of("workshops")
    meets = tuple(question for question in questions if question.path in ("body_of", "number"))
    others = tuple(question for question in questions if question not in meets)
    place = next(place for place, question in enumerate(others) if question.path == "participants")
    return (*others[:place], *meets, *others[place:])


MESSAGE = "message"
"""The kind of the form that takes what the form on the site wrote."""
FORMS: Mapping[str, IssueForm] = MappingProxyType(
    {
        form.kind: form
        for form in (
            IssueForm(
                "training",
                "trainings",
                "Announce a training",
                "A course, a training of trainers, an e-learning round or a study visit, planned or held.",
                "Training: ",
                questions_of("trainings"),
            ),
            IssueForm(
                "workshop",
                "workshops",
                "Announce a workshop or meeting",
                "A workshop, seminar, webinar, conference, meeting or campaign, planned or held.",
                "Workshop: ",
                _of_workshops(),
            ),
            IssueForm(
                "document",
                "documents",
                "Share a document",
                "A handbook, guideline, report, strategy or law text that others can use.",
                "Document: ",
                questions_of("documents", ("undated",)),
            ),
            IssueForm(
                "legislation",
                "legislation",
                "Report on legislation",
                "A new assessment of a member state's CITES legislation, a law, or a planned step. Fill in what is new.",
                "Legislation: ",
                (
                    Question("country", "State", "Whose law it is.", options=_STATES, required=True),
                    *_of_laws(),
                    *_SOURCE,
                    Question(
                        "more.note",
                        "In a sentence",
                        "What subscribers learn of it.",
                        "The Decree on Examples was adopted.",
                        required=True,
                        is_long=True,
                    ),
                ),
            ),
            IssueForm(
                MESSAGE,
                "",
                "Send what the form on the site wrote",
                "The form on the site fills this in: a new record, a change, a cancellation, a report.",
                "Message: ",
                (
                    Question(
                        "more.message",
                        "Message",
                        "What the form on the site wrote, from its first line to END CLEARING HOUSE MESSAGE.",
                        required=True,
                        is_long=True,
                    ),
                ),
            ),
            IssueForm(
                "correction",
                "",
                "Correct or update a record",
                "It moved, was cancelled, was held, or something in it is wrong.",
                "Correction: ",
                (
                    Question(
                        "more.record",
                        "Which record",
                        "The address of its page, or collection/id.",
                        "trainings/th-2026-03-crime-scene",
                        required=True,
                    ),
                    Question(
                        "more.what",
                        "What happened",
                        "`corrected` if the record was wrong, `updated` if more is known.",
                        options={what: what for what in CHANGES if what not in ("assessed", "withdrawn")},
                        required=True,
                    ),
                    Question(
                        "more.note",
                        "In a sentence",
                        "What subscribers learn of it.",
                        "Moved for the dry season.",
                        required=True,
                        is_long=True,
                    ),
                    *_asked_as("New", "starts ends place participants"),
                    *_asked_as("New registration", "registration.deadline registration.url"),
                    Question("more.key", "Another key", "The name of the key in the record's file.", "summary"),
                    Question("more.value", "Its new value", "What it should say.", "Rangers practise at two scenes.", is_long=True),
                    *(replace(question, required=False) for question in _SOURCE),
                ),
            ),
        )
    }
)
"""All forms, by kind."""
