"""Views: a record as the parts of its page, one module per collection; no HTML, no addresses made by hand."""
