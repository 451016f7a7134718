"""Problems of terms: words that come from a closed list, and addresses: how they begin, what they hide, where they lead."""

from clearinghouse.problems.kind import Kind

TERM_001 = Kind(
    code="TERM-001",
    title="Only terms of the closed list",
    why="Lists, facets and statistics need the same words everywhere.",
    mend="Take one of the allowed terms.",
    allowed="{all}",
    fixes=("did you mean {near}?", "take one of the allowed words"),
)
TERM_001_SOURCE = TERM_001.also(
    "did you mean {near}?",
    "take a kind of the list on the site's page Method; the language of the page is written under `language`",
    allowed="a kind of source, e.g. {first}",
)
TERM_001_UNIT = TERM_001.also(
    "did you mean {near}?",
    "take a unit of the list on the site's page Method; the source's own words belong into the title or the note",
    allowed="a unit of the list, e.g. {first}",
)
TERM_002 = Kind(
    code="TERM-002",
    title="Audiences and topics come from the vocabulary",
    why="Otherwise one audience could have ten spellings.",
    mend="Take the nearest term. Put the words of the source into audience_note or topics_note.",
    allowed="a term of the list of {list}, e.g. {first}",
    fixes=("did you mean {near} ({name})?", "take a term of the list, and keep the source's words in `{aside}`"),
)
TERM_003 = Kind(
    code="TERM-003",
    title="States by two-letter code",
    why="ISO 3166-1 codes mean the same in every language.",
    mend="Write e.g. LA, VN, TH in capitals.",
    allowed="an ISO 3166-1 code of two capital letters",
    fixes=("write {meant} for {name}", "write the two-letter code, e.g. LA for Lao PDR"),
)
TERM_003_MEMBER = TERM_003.also(
    "write {meant} for {name}", "write the code of a member state, e.g. LA for Lao PDR", allowed="a member state of ASEAN: {all}"
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
    why="Other links can run scripts or point into a reader's computer.",
    mend="Copy the address from the browser, with https:// in front.",
    allowed="an address that begins with http://, https:// or mailto:",
    fixes=("write {hint}", "copy the address from the browser, without spaces"),
)
LINK_001_MAILBOX = LINK_001.also("write e.g. training@office.example", allowed="the mail address of an office, never of a person")
LINK_001_BODY = LINK_001.also(
    "write the whole address, as the browser shows it", allowed="links that begin with http://, https:// or mailto:"
)
LINK_002 = Kind(
    code="LINK-002",
    title="Addresses have no invisible characters",
    why="An invisible character makes the address lead to another page, or to none.",
    mend="Take the character out. If it is part of the address, write it with percent signs, as browsers do.",
    allowed="an address in visible characters",
    fixes=("write {plain}; if {name} belongs to the path, write it as {encoded}",),
)
LINK_002_BODY = LINK_002.also(
    "write {plain}, or a space where the address ends before {name}; if that belongs to the path, write it as {encoded}"
)
LINK_003 = Kind(
    code="LINK-003",
    title="Addresses are written in plain letters and digits",
    why="Letters and digits that are wide, small or in circles look right, but programs read them wrongly or not at all.",
    mend="Write plain letters and digits, from 0 to 9.",
    allowed="plain letters in the host, and plain digits",
    fixes=("write {plain}",),
)
LINK_004 = Kind(
    code="LINK-004",
    title="Ports are numbers from 1 to 65535",
    why="No program can ask at another.",
    mend="Leave the port out, or copy the address from the browser again.",
    allowed="no port, or one from 1 to 65535",
    fixes=("leave out the colon and the number after it, or copy the address from the browser again",),
)
LINK_005 = Kind(
    code="LINK-005",
    title="No host mixes writing systems",
    why="Some letters of Cyrillic, Greek and others look like those of Latin, so that a host can pass for another one.",
    mend="Type the address again. If it is right, nothing needs to be done.",
    allowed="letters of one writing system in a name, and none that pass for Latin",
    fixes=("type the host again: {host} holds letters of {systems}",),
    severity="warning",
)
LINK_006 = Kind(
    code="LINK-006",
    title="Links lead to public hosts",
    why="Readers cannot reach a private network, and what is in it does not belong on a public site.",
    mend="Write the address at which everyone can open the page.",
    allowed="a host that everyone can reach",
    fixes=("write the address at which everyone can open the page: {host} is in a private network, or nowhere",),
)
