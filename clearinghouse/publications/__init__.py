"""Publications: everything that the site gives out, as text made from the catalogue alone: `outputs` is all of it; no disk, no clock."""
