"""What the laws need of the system."""

import sys

# Limits on memory and time, and copies of a process, are what Windows does not have.
collect_ignore = ["test_hostile_files.py"] if sys.platform == "win32" else []
