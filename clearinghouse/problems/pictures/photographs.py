"""Problems of photographs: what the files of pictures must be before the site shows them."""

from clearinghouse.problems.kind import Kind

PIC_001 = Kind(
    code="PIC-001",
    title="The name of a picture is plain",
    why="Addresses are made of it, and it must be a name on every system.",
    mend="Rename the file with lower-case letters, digits and single hyphens, and an ending of .jpg, .jpeg, .png or .webp.",
    allowed="lower-case letters, digits and single hyphens, then .jpg, .jpeg, .png or .webp, at most {most} characters",
    fixes=("rename the file, and write its new name here, e.g. th-2026-03-crime-scene.jpg",),
)
PIC_002 = Kind(
    code="PIC-002",
    title="The file of a picture is there",
    why="A page with a hole where a picture should be helps nobody.",
    mend="Put the file into the folder pictures/ of the data folder, or correct its name in the record.",
    allowed="the name of a file in pictures/",
    fixes=("did you mean {near}?", "put the file into pictures/, or correct its name here"),
)
PIC_003 = Kind(
    code="PIC-003",
    title="A picture is not too large",
    why="A repository keeps every file for good, and a small file that unfolds to a huge picture can stop a build.",
    mend="Save a smaller copy: 2,400 pixels along its longer side are enough.",
    allowed="at most {most}",
    fixes=("save a smaller copy: 2,400 pixels along its longer side are enough",),
)
PIC_004 = Kind(
    code="PIC-004",
    title="A picture is a JPEG, PNG or WebP file",
    why="Other files do not show in every browser, and may hold something else than a picture.",
    mend="Open it in an image editor and save it as JPEG, PNG or WebP, with the ending that belongs to it.",
    allowed="a whole JPEG, PNG or WebP file with the ending that belongs to it",
    fixes=("open it in an image editor and save it again as JPEG, PNG or WebP",),
)
PIC_004_ENDING = PIC_004.also("it is a {format} file: rename it to {name}, and write that here")
PIC_005 = Kind(
    code="PIC-005",
    title="Every file in pictures/ belongs to a record",
    why="A picture that no record names has no credit and no licence, so the site never shows it.",
    mend="Name it under `pictures` of its record, with credit, licence and a description; or delete the file.",
    allowed="pictures that a record names",
    fixes=("name it under `pictures` of its record, or delete the file",),
    severity="warning",
)
PIC_006 = Kind(
    code="PIC-006",
    title="A picture does not say where it was taken",
    why="Cameras and phones write exact coordinates into a picture, which lead poachers to animals and rangers.",
    mend="Save a copy without location. On Windows: Properties, Details, Remove Properties. On a phone: share it without its location.",
    allowed="a picture without coordinates in its file",
    fixes=("save a copy without location: on Windows Properties, Details, Remove Properties; on a phone share it without location",),
)
