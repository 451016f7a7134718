"""Licences: under which a picture may be shown, and where each can be read."""

from collections.abc import Mapping

_CC = "https://creativecommons.org/"
PERMISSION = "with permission"
"""Whoever made the picture lets this site show it, and keeps all other rights."""
LICENCES: Mapping[str, str] = {
    "CC BY 4.0": f"{_CC}licenses/by/4.0/",
    "CC BY-SA 4.0": f"{_CC}licenses/by-sa/4.0/",
    "CC BY-ND 4.0": f"{_CC}licenses/by-nd/4.0/",
    "CC BY-NC 4.0": f"{_CC}licenses/by-nc/4.0/",
    "CC BY-NC-SA 4.0": f"{_CC}licenses/by-nc-sa/4.0/",
    "CC BY-NC-ND 4.0": f"{_CC}licenses/by-nc-nd/4.0/",
    "CC BY 3.0": f"{_CC}licenses/by/3.0/",
    "CC BY-SA 3.0": f"{_CC}licenses/by-sa/3.0/",
    "CC BY 3.0 IGO": f"{_CC}licenses/by/3.0/igo/",
    "CC BY-NC-SA 3.0 IGO": f"{_CC}licenses/by-nc-sa/3.0/igo/",
    "CC BY 2.0": f"{_CC}licenses/by/2.0/",
    "CC BY-SA 2.0": f"{_CC}licenses/by-sa/2.0/",
    "CC0 1.0": f"{_CC}publicdomain/zero/1.0/",
    "public domain": f"{_CC}publicdomain/mark/1.0/",
    PERMISSION: "",
}
"""The text of each, by its name; none where there is no text."""
