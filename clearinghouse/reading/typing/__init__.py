"""Typing: text values become typed records whose references lead somewhere, or problems."""
