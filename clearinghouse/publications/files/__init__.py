"""Files: what a document of a site is, of which kind and media type, and the lists that name all of them."""
