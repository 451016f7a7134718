"""Problems of forms: answers to a form of GitHub that cannot be taken as they are, and what became of the rest of its text."""

from clearinghouse.problems.kind import Kind

FORM_001 = Kind(
    code="FORM-001",
    title="Only options that the form offers",
    why="The text of an issue can be edited by hand, and what is no option was never agreed on.",
    mend="Edit the issue and write an option as the form shows it.",
    allowed="{all}",
    fixes=("did you mean {near}?", "write one of the options as the form shows it"),
)
FORM_002 = Kind(
    code="FORM-002",
    title="One answer where one belongs",
    why="If there are two answers, one would be lost.",
    mend="Keep the right answer, and delete the other.",
    allowed="an answer to only one of {questions}",
    fixes=("keep one of the two answers, and write _No response_ in place of the other",),
)
FORM_003 = Kind(
    code="FORM-003",
    title="An answer is below its question",
    why="GitHub writes each question as a heading. Another heading in an answer would end it too early.",
    mend="Write the heading inside the answer without ###, and move text that is below no question.",
    allowed="text below the heading of its question",
    fixes=("check that this answer is whole: it holds the heading of a question; write that without ###",),
    severity="warning",
)
FORM_003_ASIDE = FORM_003.also("this belongs to no question, and was left out: move it below the heading of one, or delete it")
FORM_003_EMPTY = FORM_003.also("this line was left out, since GitHub writes it where there is no answer")
FORM_004 = Kind(
    code="FORM-004",
    title="Text is plain, but for the body",
    why="GitHub shows Markdown in every answer; the site shows these texts as they were typed, with all their signs.",
    mend="Write plain text. Only “More about it” (the key `body`) may have Markdown.",
    allowed="plain text",
    fixes=("it is shown as typed, {signs} too: leave out the signs of Markdown",),
    severity="warning",
)
FORM_005 = Kind(
    code="FORM-005",
    title="A new list takes the place of the old one",
    why="A list that is corrected has the members that the answer names, and no others.",
    mend="Write all members of the list, those that stay as well.",
    allowed="all members of the list, those that stay as well",
    fixes=("this goes from the list: if it should stay, write it too",),
    severity="warning",
)
