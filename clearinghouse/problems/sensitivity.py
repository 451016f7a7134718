"""Problems of sensitivity: what a public record should perhaps not carry. They warn; a reviewer judges."""

from clearinghouse.problems.kind import Kind

_MAY_STAY = "; if it may stay, add `reviewed: {sensitivity: {on: …, reason: …}}`"
_SAY_WHY = "; if it may stay, send it, and give the editors the reason"
_ADD_REVIEW = "add `reviewed: {sensitivity: {on: 2026-03-01, reason: …}}`."

SENSE_001 = Kind(
    code="SENSE-001",
    title="Offices, no persons",
    why="A name with a mail address or a telephone number finds its way to those whom the person investigates.",
    mend=f"Name the office and its mailbox. If it is no person, {_ADD_REVIEW}",
    allowed="offices and their mailboxes, no persons",
    fixes=("name the office and its mailbox instead" + _MAY_STAY,),
    for_senders=("name the office and its mailbox instead" + _SAY_WHY,),
    severity="warning",
)
SENSE_002 = Kind(
    code="SENSE-002",
    title="No numbers of passports or identity cards",
    why="They give strangers access to a person's life.",
    mend=f"Take the number out. If it is another number, {_ADD_REVIEW}",
    allowed="no numbers of passports or identity cards",
    fixes=("take the number out" + _MAY_STAY,),
    for_senders=("take the number out" + _SAY_WHY,),
    severity="warning",
)
SENSE_003 = Kind(
    code="SENSE-003",
    title="No operational intelligence",
    why="Suspects, sources and open cases do not belong on a public site, even if a source names them. Only English words are checked.",
    mend=f"Say what was taught, decided or found. If the word is harmless here, {_ADD_REVIEW}",
    allowed="nothing on suspects, sources, cases or operations",
    fixes=("say what was taught, decided or found, without the operation" + _MAY_STAY,),
    for_senders=("say what was taught, decided or found, without the operation" + _SAY_WHY,),
    severity="warning",
)
SENSE_004 = Kind(
    code="SENSE-004",
    title="No exact coordinates",
    why="They lead poachers to animals, and others to those who protect them.",
    mend=f"Name the town or the province. If the place is public, {_ADD_REVIEW}",
    allowed="a place by its name: a town, a province, a port",
    fixes=("name the place, without coordinates" + _MAY_STAY,),
    for_senders=("name the place, without coordinates" + _SAY_WHY,),
    severity="warning",
)
