"""Fields of legislation: a state's file."""

from dataclasses import replace

from clearinghouse.records.written.field import GROUP, Field
from clearinghouse.records.written.fields_shared import CONFIDENCE, COUNTRIES, HEAD, SOURCE, TAIL, TITLE_LOCAL, told
from clearinghouse.vocabulary.kinds import CATEGORIES, LAW_STATUSES, MET

_SOURCE = Field("source", "Source", "Where that stands.", type=GROUP, required=True, parts=SOURCE)
_NOTE = Field("note", "note", "What a reader must know.", "Two pages give two days.", "paragraph")
_CLAIM = (
    _NOTE,
    _SOURCE,
    Field("other_sources", "Other source", "More of them.", type=GROUP, many=True, parts=SOURCE),
    replace(CONFIDENCE, label="how sure", help="Absent = as the whole record.", required=False, default=""),
)
_STATES = told(COUNTRIES, "countries", "Where it concerns several states.", "LA; VN")


def _date(key: str, label: str, help: str, example: str = "2004-03-01", required: bool = False) -> Field:
    return Field(key, label, help, example, "date", required)


_STATEMENT = (
    Field("what", "what", "What the source says, on one line.", "A news page says 2003.", required=True),
    _date("date", "date", "When it was said.", "2016"),
    _STATES,
    *_CLAIM,
)
_CITES = (
    Field("party", "party", "Whether it is a party.", "true", "flag", True),
    _date("signed", "signed", "When it signed the Convention."),
    _date("ratified", "ratified", "When it ratified the Convention."),
    _date("accession", "accession", "When it acceded to the Convention."),
    _date("in_force", "in force", "When the Convention came into force for it.", "2004-05-30"),
    _date("since", "since", "Where the source only says since when it is a party.", "2004"),
    _date("as_of", "as of", "When the source said so, where it gives no other date.", "2025-02"),
    *_CLAIM,
    Field("statements", "Statement", "What sources say besides, kept where they differ.", type=GROUP, many=True, parts=_STATEMENT),
)
_ASSESSMENT = (
    _date("as_of", "as of", "The day, month or year for which it holds.", "2019-11", True),
    Field("category", "category", "The category of the National Legislation Project.", "not-1", "word", True, words=CATEGORIES),
    Field("document", "document", "What says so.", "Status of legislative progress, November 2019", required=True),
    Field("how", "how", "How it was read there.", "absent from the Category 1 list", "paragraph", True),
    *_CLAIM,
)
_REQUIREMENT = (
    Field("met", "met", "Whether it is met.", "unknown", "word", True, words=MET),
    Field("provision", "provision", "Which words of the law say so.", "Article 5 of the Decree on Examples", "paragraph"),
    replace(_SOURCE, required=False),
)
_REQUIREMENTS = (
    Field("authorities", "Authorities", "Management and Scientific Authorities are designated.", type=GROUP, parts=_REQUIREMENT),
    Field("prohibition", "Prohibition", "Trade in breach of the Convention is prohibited.", type=GROUP, parts=_REQUIREMENT),
    Field("penalties", "Penalties", "Such trade is penalised.", type=GROUP, parts=_REQUIREMENT),
    Field("confiscation", "Confiscation", "Specimens can be confiscated.", type=GROUP, parts=_REQUIREMENT),
)
_LAW = (
    Field("id", "id", "A short name, unique in this file, never changed.", "law-la-examples-2007", "id"),
    Field("title", "title", "Its title.", "Law on Wildlife Examples", "title", True),
    told(TITLE_LOCAL, "title in other languages", example="lo: ກົດໝາຍຕົວຢ່າງ"),
    Field("number", "number", "Its official number.", "07/NA"),
    _date("year", "year", "Its year, where no date is known.", "2007"),
    _date("adopted", "adopted", "The date that the source gives …", "2007-12-24"),
    Field("adopted_as", "adopted as", "… and what happened then: enacted, gazetted, issued …", "enacted"),
    _date("signed", "signed", "When it was signed.", "2007-12-20"),
    _date("assent", "assent", "The head of state's consent.", "2007-12-22"),
    _date("in_force", "in force", "Since when it is in force.", "2008-03-01"),
    _date("revised", "revised", "The last revised edition.", "2015"),
    Field("kind", "kind", "law, decree, order, policy …", "law"),
    Field("status", "status", "Whether it is in force; absent = no source tells.", "in force", "word", words=LAW_STATUSES),
    Field("replaces", "replaces", "What it took the place of.", "Order No. 9 of 1998"),
    Field("amended_by", "amended by", "What changed it since.", "Amendment of 2023", many=True),
    Field("url", "address", "Its text.", "https://example.org/law.pdf", "link"),
    *_CLAIM,
)
_NEXT_STEP = (
    Field("what", "what", "What is planned, in one or two sentences.", "A decree on penalties is drafted.", "paragraph", True),
    _date("due", "due", "By when.", "2027-06"),
    Field("lead", "lead", "By which office.", "Department of Examples"),
    *_CLAIM,
)
_COMPLIANCE = (
    Field("id", "id", "A short name, unique in this file, never changed.", "cmp-la-example-2025", "id"),
    Field("what", "what", "The decision, report or rating.", "The Standing Committee asks for a report.", "paragraph", True),
    _date("as_of", "as of", "When.", "2025-02-03"),
    _date("until", "until", "How long, or by when.", "2026-06"),
    Field("meeting", "meeting", "Where it was decided.", "CITES SC78"),
    _STATES,
    *_CLAIM,
)
LEGISLATION = (
    *HEAD,
    Field("country", "Country", "Its two-letter code; the file is named after it.", "LA", "state", True),
    _date("asean_member_since", "Member of ASEAN since", "Since when it is a member of ASEAN.", "1997"),
    replace(_SOURCE, key="asean_source", label="Source of the membership", required=False),
    Field("cites", "CITES", "Whether it is a party; left out if no source tells.", type=GROUP, parts=_CITES),
    Field("assessments", "Assessment", "The history, appended, never rewritten.", type=GROUP, many=True, parts=_ASSESSMENT),
    Field("requirements", "Requirements", "The four of Resolution Conf. 8.4; absent = unknown.", type=GROUP, parts=_REQUIREMENTS),
    Field("laws", "Law", "Laws, decrees, orders and policies.", type=GROUP, many=True, parts=_LAW),
    Field("next_steps", "Next step", "What is planned.", type=GROUP, many=True, parts=_NEXT_STEP),
    Field("compliance", "Compliance", "Decisions, reports and ratings.", type=GROUP, many=True, parts=_COMPLIANCE),
    *TAIL,
)
