"""Problems of data/offices.yml: by the domains in it mails are known to come from an office, so none may be anybody's."""

from clearinghouse.problems.kind import Kind

OFFICE_001 = Kind(
    code="OFFICE-001",
    title="Each office of offices.yml has an id of its own",
    why="Proposals name the office by its id.",
    mend="Give one of the two another id. An id that was used stays.",
    allowed="an id that no other office has",
    fixes=("write another id: an earlier office has this one",),
)
OFFICE_002 = Kind(
    code="OFFICE-002",
    title="A domain of an office is the part after the @ of its addresses",
    why="A mail counts as confirmed where the receiving server saw that it comes from this domain.",
    mend="Write the domain alone, in small letters, as in forestry.example.org.",
    allowed="a domain in small letters: forestry.example.org",
    fixes=("write only the part after the @, in small letters",),
)
OFFICE_003 = Kind(
    code="OFFICE-003",
    title="A domain of an office is the office's alone",
    why="Everybody may have an address at a mail service, and all of a government below one ending: such mails prove no office.",
    mend="Take the domain of the office itself, or none.",
    allowed="a domain at which only this office has addresses",
    fixes=("take this one away: it is a mail service or an ending that many share",),
)
OFFICE_003_TWICE = OFFICE_003.also("take it away here: another office has this domain")
