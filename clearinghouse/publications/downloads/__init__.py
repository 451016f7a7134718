"""Downloads: what a page shows as a table comes in, and leaves as files that people take with them: CSV, JSON and XLSX."""
