"""Open data: the catalogue as a versioned JSON API of static files, with its schemas and its description."""
