"""Parts of a build that are measured apart: each module prints, as JSON, what one run took of the records of a folder."""
