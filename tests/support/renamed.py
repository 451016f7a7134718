"""Renamed: a command of chm for a site whose name, in mkdocs.yml, would run and would break out of whatever holds it."""

import sys
from functools import partial

import mkdocs.config

from clearinghouse.commands.shell import main

NAME = """<script>alert(1)</script>"'&]]>"""

if __name__ == "__main__":
    mkdocs.config.load_config = partial(mkdocs.config.load_config, site_name=NAME, site_description=NAME)
    sys.exit(main())
