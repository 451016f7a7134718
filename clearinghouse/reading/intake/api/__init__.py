"""API: the files of a clearing house's JSON API become records' files again. Strangers write them: nothing in them is trusted.

Others use `records` (one record) and `documents` (any file, and the fault that each may have).
"""
