"""Fields of plans, their activities, and projects."""

from clearinghouse.records.written.field import GROUP, Field
from clearinghouse.records.written.fields_shared import COUNTRIES, HEAD, NOTE, TAIL, told
from clearinghouse.vocabulary.kinds import SOURCE_GAPS

_YEARS = (
    Field("from", "from", "The first year.", "2031", "year", True),
    Field("to", "to", "The last year, not before the first.", "2035", "year", True),
)
_PROGRAMME = (
    Field("number", "number", "Thrust and programme, as in the plan.", "1.1", "number", True),
    Field("title", "title", "In the plan's own words.", "Strengthened Wildlife Law Enforcement", "title", True),
)
_THRUST = (
    Field("number", "number", "As in the plan; a number that the plan skips is skipped here too.", "1", "number", True),
    Field("title", "title", "In the plan's own words.", "Enhancing sustainable forest management", "title", True),
    Field("programmes", "action programme", "Its action programmes.", type=GROUP, required=True, many=True, parts=_PROGRAMME),
)
PLANS = (
    *HEAD,
    Field("label", "Short name", "Its short name, for headings and lists.", "Example Work Plan 2031-2035", "title", True),
    Field("prefix", "Prefix", "How its activities are cited in a table.", "EWP", required=True),
    Field("period", "Period", "The years that it covers.", type=GROUP, required=True, parts=_YEARS),
    Field("document", "Document", "The record of the plan itself, as collection/id.", "documents/doc-example-work-plan", "reference"),
    Field("thrusts", "Thrust", "Its strategic thrusts, in the plan's order.", type=GROUP, required=True, many=True, parts=_THRUST),
    *TAIL,
)
_INDICATOR = (Field("wording", "wording", "Exactly what the plan says.", "List of trainings compiled.", "wording", True),)
_COMMITMENT = (
    Field("responsible", "Responsible", "Bodies, as the plan has them.", "AWG CITES and WE", many=True),
    Field("lead", "Lead countries", "By their two-letter codes.", "TH", "state", many=True),
    Field("partners", "Partners", "With whom, as the plan has them.", "CITES Secretariat", many=True),
    Field("timeline", "Timeline", "The years of this row.", type=GROUP, parts=_YEARS),
    Field("indicators", "Indicator", "Key performance indicators of this row.", type=GROUP, many=True, parts=_INDICATOR),
)
_WORDING = Field(
    "wording", "Wording", "Exactly what the plan says, without the number.", "Undertake training programmes for judges.", "wording", True
)
ACTIVITIES = (
    Field("programme", "Action programme", "The number of the action programme that it belongs to.", "4.1", "number", True),
    Field("label", "Short name", "Our own short words for lists.", "Training for judges and customs", "title", True),
    _WORDING,
    Field(
        "sub_activities",
        "Sub-activity",
        "The plan's bullets, in its order.",
        type=GROUP,
        many=True,
        parts=(Field("id", "id", "a, b, c …; unique in this file.", "a", "id", True), _WORDING, *_COMMITMENT),
    ),
    *_COMMITMENT,
    Field("source_gap", "Gaps in the plan", "Which cells are empty in the plan.", "indicators", "word", many=True, words=SOURCE_GAPS),
    told(NOTE, help="Gaps and oddities of the plan.", example="The plan does not say which indicator belongs where."),
)
_PROGRESS = (
    Field("number", "number", "The number of the activity.", "1.1", "number", True),
    Field("outputs", "outputs", "What was done, in our own plain words.", "Four courses were held.", "paragraph", True, many=True),
    Field("figures", "figures", "Ids of figures whose numbers come from here.", "fig-example-courses", "id", many=True),
)
_REPORT = (
    Field("period", "period", "What it covers, in words.", "April to September 2025", required=True),
    Field("date", "date", "When it was made.", "2025-10-30", "date", True),
    Field("number", "number", "Its number.", "EX042-HYR1"),
    Field("activities", "activity", "What it says of each activity.", type=GROUP, required=True, many=True, parts=_PROGRESS),
    Field("problems", "problems", "Problems that it tells, also that there were none.", "It says that there were none.", "paragraph", True),
    Field("change_requests", "change requests", "Changes that it asks for, also that there were none.", "More time.", "paragraph", True),
    Field("note", "note", "What a reader must know of gaps in the report.", "It does not name the posts.", "paragraph"),
)
PROJECTS = (
    *HEAD,
    Field("reference", "Reference", "Its number with the funder.", "EX042"),
    Field("funder", "Funder", "Who pays.", "Example Wildlife Fund", required=True),
    Field("lead", "Lead", "The organisation that leads it.", "Example Conservation Society", required=True),
    Field("partners", "Partners", "Who works with it.", "Department of Forestry", many=True),
    told(COUNTRIES, help="Where it works."),
    Field("period", "Period", "How long it runs, in the source's words.", "April 2025 to March 2028"),
    Field("url", "Address", "Its page.", "https://example.org/safer-borders", "link"),
    Field(
        "activities",
        "Activity",
        "What it promises.",
        type=GROUP,
        many=True,
        parts=(
            Field("number", "number", "As in the project.", "1.1", "number", True),
            Field("wording", "wording", "In the project's own words.", "Train officers at six border posts", "wording", True),
        ),
    ),
    Field("reports", "Report", "One for each progress report, the oldest first.", type=GROUP, many=True, parts=_REPORT),
    *TAIL,
)
