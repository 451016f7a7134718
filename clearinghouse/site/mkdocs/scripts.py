"""Scripts: the modules of overrides/assets give way to the classic scripts that are linked from them, the style to what browsers
read of it."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from clearinghouse.publications.linked_scripts import linked_scripts

_MODULES, _VENDORED = "assets/**/*.js", "vendor"
"""Where modules lie: in a folder for each room, and in its folders; but one, whose scripts others wrote, and which stay as they are."""
_STYLE, _OF_THEME = "assets/look.css", "assets/theme.css"
"""Our own style, and before it what pages need of the theme's (tools/styles): together, since every page reads both."""
_UNREAD = re.compile(r"\s*/\*.*?\*/|(?<=\n)[ \t\n]+", re.DOTALL)
"""Comments and margins: a fifth of what every first visit would be sent."""


def link_scripts(files: Files, config: MkDocsConfig) -> None:
    """Takes the modules out of a site's files, and puts in the scripts of its entries; and so for the style. Raises PluginError."""
    folder = Path(config.theme.custom_dir or "overrides")
    own = (path for path in sorted(folder.glob(_MODULES)) if path.parent.name != _VENDORED)
    modules = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in own}
    for address in modules:
        if file := files.get_file_from_path(address):
            files.remove(file)
    try:
        for address, script in linked_scripts(modules):
            files.append(File.generated(config, address, content=script))
    except ValueError as error:
        raise PluginError(f"the scripts cannot be linked: {error}") from None
    styles = [file for address in (_OF_THEME, _STYLE) if (file := files.get_file_from_path(address))]
    for style in styles:
        files.remove(style)
    files.append(File.generated(config, _STYLE, content="".join(_UNREAD.sub("", style.content_string) for style in styles)))
