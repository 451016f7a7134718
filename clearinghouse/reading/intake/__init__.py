"""Intake: spreadsheets, calendars, issue forms and answers become proposals of records."""
