"""HTML: the parts of pages, the links between them, and what makes the text of strangers safe."""
