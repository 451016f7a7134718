"""Fields of programmes, documents, networks, figures and updates."""

from clearinghouse.records.written.field import GROUP, TODAY, Field
from clearinghouse.records.written.fields_shared import AUDIENCE, COUNTRIES, HEAD, HOST, LANGUAGES, TAIL, UNDATED, kind, told
from clearinghouse.vocabulary.kinds import DOCUMENT_KINDS, NETWORK_KINDS, PROGRAMME_KINDS

_CHECKED = Field("url_checked", "Address was opened", "Whether somebody opened that address.", "true", "flag")
_ACCESS = (
    Field("who", "who", "Who may use it.", "Officers of any member state", "paragraph"),
    Field("apply", "how to ask", "How to ask for it.", "Nomination by the national focal point", "paragraph"),
    Field("cost", "cost", "What it costs.", "free; travel is not paid", "paragraph"),
    Field("certificate", "certificate", "What one gets.", "certificate of completion", "paragraph"),
    Field("places", "places", "How many at once, in digits.", "24", "whole"),
)
PROGRAMMES = (
    *HEAD,
    kind(PROGRAMME_KINDS),
    Field("provider", "Provider", "Who runs it.", "Office of Examples", required=True),
    Field("url", "Address", "Its page.", "https://example.org/centre", "link", required=True),
    Field(_CHECKED.key, _CHECKED.label, _CHECKED.help, _CHECKED.example, _CHECKED.type, required=True),
    Field("since", "Since", "When it began.", "2019-06", "date"),
    Field("until", "Until", "When it ends or ended.", "2028", "date"),
    Field("place", "Place", "Town or building.", "Vinh"),
    told(HOST, help="The state in which it stands; leave it out if it is online or belongs to none.", example="VN"),
    told(COUNTRIES, help="Which states it is for, only where the source says so."),
    *AUDIENCE,
    told(LANGUAGES, help="In which languages it is offered, by tag or name."),
    Field("accreditation", "Accreditation", "Of a laboratory or a degree.", "ISO 17025 for animal DNA, 2021", "paragraph"),
    Field("access", "Access", "How other states can use it.", type=GROUP, parts=_ACCESS),
    *TAIL,
)
DOCUMENTS = (
    *HEAD,
    kind(DOCUMENT_KINDS),
    Field("year", "Year", "When it appeared: the year …", "2025", "date"),
    Field("date", "Date", "… or, more precisely, the date (one of the two is enough).", "2025-11-03", "date"),
    UNDATED,
    Field("publisher", "Publisher", "Who published it.", "Office of Examples", required=True),
    Field("url", "Address", "Where it can be read.", "https://example.org/handbook.pdf", "link"),
    told(COUNTRIES, example="MY; SG"),
    LANGUAGES,
    Field("series", "Series", "What it is one of.", "Handbooks of Examples"),
    *TAIL,
)
NETWORKS = (
    *HEAD,
    kind(NETWORK_KINDS),
    Field("acronym", "Acronym", "How it is called in lists.", "EX-WEN"),
    Field("url", "Address", "Its page.", "https://example.org/network", "link"),
    _CHECKED,
    Field("country", "Country", "The state that it belongs to, where it is one.", "KH", "state"),
    Field("started", "Started", "When it was set up.", "2009-05", "date"),
    Field("ended", "Ended", "When it ended.", "2025", "date"),
    Field("member_of", "Member of", "Ids of networks that it belongs to.", "net-asean-wen", "id", many=True),
    *TAIL,
)
_AMOUNT = (
    Field("value", "value", "Digits, with a full stop for decimals.", "52", "quantity", True),
    Field("unit", "unit", "Of what.", "seizures", required=True),
)
FIGURES = (
    *HEAD,
    Field("value", "Value", "Digits, with a full stop for decimals.", "206.4", "quantity", True),
    Field("unit", "Unit", "tonnes, kg, animals, cases, seizures, million USD …", "tonnes", required=True),
    Field("period", "Period", "Which time it covers, in the source's words.", "2016-2019", required=True),
    Field("scope", "Scope", "Where it was counted, in the source's words.", "Indonesia, Malaysia", required=True),
    Field("qualifier", "Qualifier", "more than, around, nearly, estimated …", "more than"),
    told(COUNTRIES, help="The states of the scope.", example="ID; MY"),
    Field("also", "Also", "What the same source counts beside it.", type=GROUP, many=True, parts=_AMOUNT),
    *TAIL,
)
UPDATES = (
    *HEAD,
    Field("date", "Date", "The day of the notice.", "2026-01-10", "day", True, default=TODAY),
    Field(
        "stands_for_all",
        "Stands for all",
        "Yes = it tells of all records published that day, which then have no entry of their own.",
        "false",
        "flag",
    ),
    *TAIL,
)
