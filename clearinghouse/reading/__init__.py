"""Reading: the bytes of a data folder become typed records, or problems, all of them at once.

Others begin at `check` and `outcome`, or at `typing.read`, whose `Reading` is all that a folder says; each folder's head says
what else of it they may use.
"""
