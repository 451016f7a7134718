"""Problems of messages: what the form in the browser wrote and a mail program, or a hand, has changed on the way."""

from clearinghouse.problems.kind import Kind

MSG_001 = Kind(
    code="MSG-001",
    title="A message is whole",
    why="A mail program may cut a text or change its letters; from half of it nobody can make a record.",
    mend="Send the message again from the form, with nothing taken away from the lines between BEGIN and END.",
    allowed="all lines of the form's message, from BEGIN to END",
    fixes=("the check sum differs, so letters were changed or lost on the way: send it again, as an attached file if you can",),
)
MSG_001_CUT = MSG_001.also("its end is missing: send it again, with all lines down to END CLEARING HOUSE MESSAGE")
MSG_002 = Kind(
    code="MSG-002",
    title="A message in a version that is known",
    why="A later form may say things that an earlier reader does not know.",
    mend="Update the clearing house that reads the message, or send it again from the form of this site.",
    allowed="version {known}",
    fixes=("this is a message of version {version}: send it again from the form as it is on this site now",),
)
MSG_003 = Kind(
    code="MSG-003",
    title="A message says what it asks for",
    why="The form writes all parts of a message; what was made otherwise is not guessed at.",
    mend="Send it from the form.",
    allowed="{all}",
    fixes=("its part `{part}` is not as the form writes it: send it again from the form",),
)
MSG_004 = Kind(
    code="MSG-004",
    title="A message changes what its sender saw",
    why="Another change may have been published in the meantime, and must not be undone unseen.",
    mend="Compare both, and keep what is right.",
    allowed="the value that the record had when the form was opened",
    fixes=("`{part}` was changed after the form was opened: compare both before you accept this",),
    severity="warning",
    for_senders=("others changed this after you opened the form: please see whether yours is still right",),
)
MSG_005 = Kind(
    code="MSG-005",
    title="The words of a message are those of its data",
    why="Only the data between BEGIN and END become a record; the program does not see what is corrected by hand in the lines above.",
    mend="Compare the lines with the data, and ask the sender which is meant.",
    allowed="readable lines as the form wrote them",
    fixes=("the readable lines were changed by hand: compare them with the record, which was made from the data below them",),
    severity="warning",
    for_senders=("the readable lines were changed by hand, and only the data below them were read: please correct it in the form",),
)
MSG_006 = Kind(
    code="MSG-006",
    title="A record does not hold the address of who sent it",
    why="The address of a sender is needed for the reply alone, and is never published.",
    mend="Send it again without your own address. Name a mailbox of the office, if people should write to it.",
    allowed="no address of a sender",
    fixes=("it holds the address that you write from, which is never published: take it out",),
)
