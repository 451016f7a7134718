"""Fields that records of all collections share, and the groups that they are made of."""

from dataclasses import replace

from clearinghouse.records.written.field import BY_LANGUAGE, GROUP, TODAY, Field
from clearinghouse.vocabulary.kinds import CHANGES, CONFIDENCES

SOURCE = (
    Field("url", "address", "The page where it can be read.", "https://example.org/news", "link", required=True),
    Field("publisher", "publisher", "Who published that page.", "Office of Examples", required=True),
    Field("kind", "kind", "What it is: organiser news, news, government page, report …", "organiser news", required=True),
    Field("accessed", "read on", "The day on which somebody read it.", "2026-01-12", "day", required=True, default=TODAY),
    Field("archived", "archived copy", "A copy that stays, e.g. at web.archive.org.", "https://archive.example.org/news", "link"),
)
CONFIDENCE = Field(
    "confidence",
    "How sure",
    "How sure the source makes it; what is low gets a badge and is left out of counts.",
    "high",
    "word",
    required=True,
    words=CONFIDENCES,
    default="high",
)
TITLE = Field(
    "title", "Title", "What it is called, on one line of at most 200 characters.", "Crime scene work for park rangers", "title", True
)
TITLE_LOCAL = Field(
    "title_local",
    "Title in other languages",
    "The same by the tag of its language: th, lo, km, my, vi, id, ms, fil, tet …",
    "th: การฝึกอบรมตัวอย่าง",
    BY_LANGUAGE,
)
HEAD = (TITLE, TITLE_LOCAL)
"""What every record begins with."""

SUMMARY = Field(
    "summary",
    "Summary",
    "One or two plain sentences, at most 1,200 characters.",
    "Rangers practise securing a crime scene.",
    "paragraph",
    True,
)
NOTE = Field("note", "Note", "What a reader must know of gaps and contradictions.", "Two pages differ on the number of seats.", "paragraph")
_CHANGE = (
    Field("on", "on", "The day of the change.", "2026-02-01", "day", True),
    Field("what", "what", "What happened.", "moved", "word", True, words=CHANGES),
    Field("id", "id", "A short name for it, unique in this record, never changed.", "moved-to-march", "change_id", True),
    Field("from", "from", "The date that held before, where a date changed.", "2026-02-16", "date"),
    Field("to", "to", "The date that holds now.", "2026-03-02", "date"),
    Field("note", "note", "What happened, in a sentence.", "Moved for the dry season.", "paragraph"),
)
_WITHDRAWN = (
    Field("date", "date", "The day on which it was withdrawn.", "2026-07-01", "day", True),
    Field("reason", "reason", "Why it was withdrawn.", "The same course stood here twice.", "paragraph", True),
    Field("see", "see", "What to read instead, as collection/id.", "trainings/th-2026-03-crime-scene", "reference"),
)
_REVIEW = (
    Field("on", "on", "The day of the review.", "2026-01-12", "day", True),
    Field("reason", "reason", "Why it may stay.", "A skill that the course teaches; no case.", "paragraph", True),
)
_REVIEWED = (Field("sensitivity", "sensitivity", "Words, names or numbers that could do harm.", type=GROUP, required=True, parts=_REVIEW),)
TAIL = (
    Field(
        "serves",
        "Serves",
        "The activities of the plans to which it contributes, as plan/number.",
        "poa-2016-2020/4.1.2; fleg-2016-2025/4.1.3",
        "activity",
        many=True,
    ),
    SUMMARY,
    Field("body", "More about it", "Longer text in Markdown, without HTML.", "See [the programme](https://example.org/programme).", "body"),
    NOTE,
    Field("sources", "Source", "Where the claims come from; at least one.", type=GROUP, required=True, many=True, parts=SOURCE),
    CONFIDENCE,
    Field("published", "Published", "The day on which this record first appeared here.", "2026-01-10", "day", True, default=TODAY),
    Field("verified", "Verified", "The day on which somebody last held it against its source.", "2026-01-12", "day"),
    Field("changes", "Change", "What subscribers must learn.", type=GROUP, many=True, parts=_CHANGE, later=True),
    Field(
        "former_ids",
        "Former ids",
        "Ids that this record once had, the oldest first; they lead here.",
        "th-2026-02-course",
        "id",
        many=True,
        later=True,
    ),
    Field("withdrawn", "Withdrawn", "It should not have been: its page stays and says so.", type=GROUP, parts=_WITHDRAWN, later=True),
    Field("reviewed", "Reviewed", "Somebody looked at what the check warned of, and it may stay.", type=GROUP, parts=_REVIEWED, later=True),
    Field("draft", "Draft", "A draft reaches no output; delete the line when it is ready.", "true", "flag", later=True),
)
"""What every record ends with."""

HOST = Field("host", "Host state", "The state in which it takes place: its two-letter code, or its name.", "TH", "state")
COUNTRIES = Field("countries", "Countries", "Which states it is about, only where the source says so.", "LA; VN", "state", many=True)
AUDIENCE = (
    Field("audience", "Audience", "For whom it is: terms of the list.", "rangers; police", "audience", many=True),
    Field("audience_note", "Audience in the source's words", "How the source says it, where it differs.", "park staff", "paragraph"),
    Field("topics", "Topics", "What it is about: terms of the list.", "crime-scene; evidence", "topic", many=True),
    Field(
        "topics_note",
        "Topics in the source's words",
        "How the source says it, where it differs.",
        "work at the scene of a crime",
        "paragraph",
    ),
)
LANGUAGES = Field("languages", "Languages", "In which languages it is, by tag or name.", "th; en", "language", many=True)
UNDATED = Field("undated", "Undated", "Yes, instead of a date, and only with the reason in the note.", "false", "flag")


def told(field: Field, label: str = "", help: str = "", example: str = "") -> Field:
    """The same field in other words."""
    return replace(field, label=label or field.label, help=help or field.help, example=example or field.example)


def kind(words: tuple[str, ...], help: str = "What kind it is.", default: str = "") -> Field:
    """The field `kind` of a collection."""
    return Field("kind", "Kind", help, words[0], "word", required=True, words=words, default=default)
