"""Publications: everything that the site gives out, as text made from the catalogue alone; no disk, no clock, no framework."""
