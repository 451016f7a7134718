"""HTML: the parts of pages, the links between them, what makes the text of strangers safe, and where the elements of a page stand."""
