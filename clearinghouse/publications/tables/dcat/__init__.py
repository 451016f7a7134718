"""DCAT: what data sets and files there are, for catalogues of data, in the words of DCAT 3, as JSON-LD and as Turtle."""
