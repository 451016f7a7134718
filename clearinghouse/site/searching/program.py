"""Program: Pagefind's own files, which a browser runs, come in, and leave as this house needs them."""

from collections.abc import Mapping

FILES = ("pagefind.js", "pagefind-worker.js", "wasm.en.pagefind")
"""What our own script asks for beside the index; interfaces that Pagefind brings along would make a third of a small site."""
_LOADED = b"let index_array=JSON.parse(index_resp)"
_NOT_LOADED = b"let index_array=filter_only?[]:JSON.parse(index_resp)"
"""For a question without words, of facets alone, Pagefind 1.5 loads all words of the index and makes no use of them: 226 KB of a
small site, more than a megabyte of a large one."""


def program(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the program, among all that Pagefind makes. Raises ValueError where its script is not the one that is known."""
    own = {name: files[name] for name in FILES}
    for name, content in own.items():
        if name.endswith(".js"):
            if content.count(_LOADED) != 1:
                raise ValueError(f"{name} loads words in another way than is known")
            own[name] = content.replace(_LOADED, _NOT_LOADED)
    return own
