"""Intake: spreadsheets, agendas, issue forms and answers become proposals of records.

Others use `rows` (what a table says, read by `tables`, `workbooks` or `agendas`), `drafts` (answers), `issue_form`, `api` (the
records that another clearing house publishes) and `proposals`. `headings` is for `rows` alone.
"""
