"""Specimens: in what form animals and plants are traded."""

SPECIMENS = (
    "live animals",
    "dead animals",
    "ivory",
    "horn",
    "scales",
    "skins",
    "shells",
    "bones",
    "feathers",
    "meat",
    "eggs",
    "parts",
    "live plants",
    "timber",
    "resin",
    "mixed",
)
"""The closed list. `parts`: of animals, where the source names several or none; `mixed`: of several of these."""
