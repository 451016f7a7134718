"""Pages: one module for each kind of page that is no record's, and `pages`, which makes all pages of the site."""
