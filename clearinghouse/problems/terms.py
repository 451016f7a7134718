"""Problems of terms: words that come from a closed list, and addresses that begin in one of three ways."""

from clearinghouse.problems.kind import Kind

TERM_001 = Kind(
    code="TERM-001",
    title="Only terms of the closed list",
    why="Lists, facets and statistics need the same words everywhere.",
    mend="Take one of the allowed terms.",
    allowed="{all}",
    fixes=("did you mean {near}?", "take one of the allowed words"),
)
TERM_002 = Kind(
    code="TERM-002",
    title="Audiences and topics come from the vocabulary",
    why="Else one audience would have ten spellings.",
    mend="Take the nearest term; the source's own words go into audience_note or topics_note.",
    allowed="a term of the list of {list}, e.g. {first}",
    fixes=("did you mean {near} ({name})?", "take a term of the list, and keep the source's words in {aside}"),
)
TERM_003 = Kind(
    code="TERM-003",
    title="States by two-letter code",
    why="ISO 3166-1 codes mean the same in every language.",
    mend="Write e.g. LA, VN, TH in capitals.",
    allowed="an ISO 3166-1 code of two capital letters",
    fixes=("write {meant} for {name}", "write the two-letter code, e.g. LA for Lao PDR"),
)
TERM_004 = Kind(
    code="TERM-004",
    title="Languages by tag",
    why="Browsers choose fonts and voices by it.",
    mend="Write e.g. th, lo, km, my, vi, id, ms, fil, tet, en.",
    allowed="{all}",
    fixes=("write {meant} for {name}", "write the tag of the language, e.g. lo for Lao"),
)
TERM_004_NONE = TERM_004.also(
    "write the tag of its language and a colon before it, e.g. th: …", allowed="texts, each after the tag of its language"
)
LINK_001 = Kind(
    code="LINK-001",
    title="Links are http, https or mailto",
    why="Other links can run scripts or point into somebody's computer.",
    mend="Copy the address from the browser, with https:// in front.",
    allowed="an address that begins with http://, https:// or mailto:",
    fixes=("write {hint}", "copy the address from the browser, without spaces"),
)
LINK_001_MAILBOX = LINK_001.also("write e.g. training@office.example", allowed="the mail address of an office, never of a person")
LINK_001_BODY = LINK_001.also(
    "write the whole address, as the browser shows it", allowed="links that begin with http://, https:// or mailto:"
)
