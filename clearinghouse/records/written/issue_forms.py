"""Issue forms: what GitHub's forms ask of those who propose a record there, made from the keys of the collections.

`publications.issue_form` makes the templates of .github/ISSUE_TEMPLATE from them, `reading.issue_form` reads what
somebody filled in; so both speak of the same labels.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from clearinghouse.records.keys.key import BY_LANGUAGE, Key
from clearinghouse.records.written.keys import leaves_of
from clearinghouse.vocabulary.kinds import CHANGES
from clearinghouse.vocabulary.states import MEMBER_STATES

SEPARATOR = " · "
"""Between an option's value and its name. No value holds it."""
BEFORE_YOU_SEND = "Before you send"
"""The last heading of every form, which asks nothing."""
_LONG = ("paragraph", "wording", "body", BY_LANGUAGE)


@dataclass(frozen=True)
class Question:
    """A field of an issue form.

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


@dataclass(frozen=True)
class IssueForm:
    """A form. kind: its file's name without the ending; collection: of the record that it makes, empty where the answers say it."""

    kind: str
    collection: str
    name: str
    description: str
    title: str
    questions: tuple[Question, ...]


_STATES: Mapping[str, str] = {code: state.name for code, state in MEMBER_STATES.items()}


def _asked(collection: str, paths: str, prefix: str = "") -> Iterable[Question]:
    """Questions for keys, by their paths. prefix: stands before labels that would be alike."""
    leaves = {leaf.path: leaf for leaf in leaves_of(collection)}
    for path in paths.split():
        known = leaves[path].key
        label = known.label if not prefix else prefix + known.label[:1].lower() + known.label[1:]
        options = {"true": "yes, and the note says why"} if path == "undated" else known.choices if _is_offered(known) else {}
        yield Question(
            path,
            label,
            known.help,
            known.example.replace("; ", "\n"),
            options,
            leaves[path].required,
            known.many,
            is_long=known.type in _LONG or (known.many and not options),
            default=known.offered,
        )


def _is_offered(known: Key) -> bool:
    return bool(known.words) or known.type in ("audience", "topic", "language", "body_of")


def _states(path: str, label: str, help: str, many: bool) -> tuple[Question, Question]:
    """Two questions for one key: the member states to choose from, all others to write."""
    others = "Two-letter codes or names, each on a line of its own." if many else "Its two-letter code or its name."
    return (
        Question(path, label, help, options=_STATES, many=many),
        Question(path, f"{label}: if not in ASEAN", others, "CN" if not many else "CN\nUS", many=many, is_long=many),
    )


_SOURCE = tuple(_asked("trainings", "sources.0.url sources.0.publisher sources.0.kind", "Source: "))
_TAIL = (*_asked("trainings", "serves summary body note"), *_SOURCE, *_asked("trainings", "confidence"))
_HOST = _states("host", "Host state", "The state in which it takes place; leave it open if it is online or regional.", many=False)
_TAKING_PART = _states("countries", "Countries taking part", "Only where the source says so.", many=True)


def _event(collection: str, own: str = "") -> tuple[Question, ...]:
    return (
        *_asked(collection, "title title_local kind status starts ends undated"),
        *_asked(collection, "time.from time.to time.zone", "Hours: "),
        *_asked(collection, "mode place"),
        *_HOST,
        *_TAKING_PART,
        *_asked(collection, f"organisers partners audience topics languages {own} participants seats"),
        *_asked(collection, "registration.deadline registration.url registration.contact", "Registration: "),
        *_TAIL,
    )


_LATER_SOURCE = tuple(replace(question, path=question.path.replace("sources.0", "more.source")) for question in _SOURCE)

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
                _event("trainings"),
            ),
            IssueForm(
                "workshop",
                "workshops",
                "Announce a workshop or meeting",
                "A workshop, seminar, webinar, conference, meeting or campaign, planned or held.",
                "Workshop: ",
                _event("workshops", "body_of number"),
            ),
            IssueForm(
                "document",
                "documents",
                "Share a document",
                "A handbook, guideline, report, strategy or law text that others can use.",
                "Document: ",
                (
                    *_asked("documents", "title title_local kind year date publisher url"),
                    *_states("countries", "Countries", "Which states it is about, only where the source says so.", many=True),
                    *_asked("documents", "languages series"),
                    *_TAIL,
                ),
            ),
            IssueForm(
                "legislation",
                "legislation",
                "Report on legislation",
                "A new assessment of a member state's CITES legislation, a law, or a planned step. Fill in what is new.",
                "Legislation: ",
                (
                    Question("country", "State", "Whose law it is.", options=_STATES, required=True),
                    *_asked(
                        "legislation", "assessments.0.as_of assessments.0.category assessments.0.document assessments.0.how", "Assessment: "
                    ),
                    *_asked(
                        "legislation",
                        "laws.0.title laws.0.title_local laws.0.number laws.0.adopted laws.0.adopted_as laws.0.in_force laws.0.kind "
                        "laws.0.status laws.0.url laws.0.note",
                        "Law: ",
                    ),
                    *_asked("legislation", "next_steps.0.what next_steps.0.due next_steps.0.lead", "Next step: "),
                    *_LATER_SOURCE,
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
                    *_asked("trainings", "starts ends place participants", "New: "),
                    *_asked("trainings", "registration.deadline registration.url", "New registration: "),
                    Question("more.key", "Another key", "The name of the key in the record's file.", "summary"),
                    Question("more.value", "Its new value", "What it should say.", "Rangers practise at two scenes.", is_long=True),
                    *(replace(question, required=False) for question in _LATER_SOURCE),
                ),
            ),
        )
    }
)
"""All forms, by kind."""
