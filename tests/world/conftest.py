"""What the tests of the disk and of processes need of the system."""

import sys

# Limits on files and memory, pipes and devices are what Windows does not have.
collect_ignore = ["test_faults.py", "test_hostile_folders.py"] if sys.platform == "win32" else []
