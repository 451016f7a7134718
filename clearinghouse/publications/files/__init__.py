"""Files: what a document of a site is (`file`), its kind and media type, and the lists that name all of them (`contents`, `sitemap`)."""
