"""The program: Pagefind's own files, of which one line is changed."""

import pytest

from clearinghouse.site.searching.program import FILES, program

LINE = b"let index_array=JSON.parse(index_resp);"


def test_of_all_that_pagefind_brings_along_only_what_is_asked_for_is_kept() -> None:
    """Without words, none are loaded."""
    files = dict.fromkeys((*FILES, "pagefind-ui.js"), b"x;" + LINE)
    own = program(files)
    assert set(own) == set(FILES)
    assert own["pagefind.js"] == b"x;let index_array=filter_only?[]:JSON.parse(index_resp);"
    assert own["wasm.en.pagefind"] == files["wasm.en.pagefind"]


def test_a_script_that_is_another_than_the_known_one_is_not_changed_unseen() -> None:
    """A new Pagefind must be looked at."""
    with pytest.raises(ValueError, match=r"pagefind\.js loads words in another way"):
        program(dict.fromkeys(FILES, b"let index_array=[]"))
