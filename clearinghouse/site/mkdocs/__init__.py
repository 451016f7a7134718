"""MkDocs: its `events` become calls, its theme becomes pages, and nothing else of the house knows it, but for `chm build`."""
