"""Typing: text values become typed records whose references lead somewhere, or problems.

Others use `read`, and for one document `typing_records`; `sensitivity` is asked beside them. `references` is for `read` alone.
"""
