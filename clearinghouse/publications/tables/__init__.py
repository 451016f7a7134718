"""Tables: the catalogue as files for spreadsheets, databases and catalogues of data: CSV, a data package, SQLite and DCAT."""
