"""Elements: where the elements of a page stand, and what changes of a page where only some of them do."""

import ast
import re
from pathlib import Path

import pytest

from clearinghouse.publications.html.elements import elements, replaced, with_attribute
from tests.support.running import ROOT

PAGE = """<!doctype html>
<html><head><title>1 &lt; 2</title><!-- <a href="comment/">no</a> --></head>
<body><article><p>An <abbr title="a > b">abbreviation</abbr>, <a class="x" href="../y/?a=1&amp;b=2">link <b>one</b></a>
<script>var text = '<a href="script/">no</a>'</script>
<A HREF='single/'>two</A><br><img src=plain.png alt="">, &lt;a href="text/"&gt;</p></article></body></html>"""


def texts(html: str, *names: str, attributes: tuple[str, ...] = ()) -> list[str]:
    """The whole texts of the elements that are found."""
    return [html[element.start : element.end] for element in elements(html, names, attributes)]


def test_an_element_is_found_where_it_stands() -> None:
    """Neither in comments, nor in scripts, nor in text; whatever else begins with its name."""
    assert texts(PAGE, "a") == ['<a class="x" href="../y/?a=1&amp;b=2">link <b>one</b></a>', "<A HREF='single/'>two</A>"]
    assert texts(PAGE, "abbr") == ['<abbr title="a > b">abbreviation</abbr>']
    assert texts(PAGE, attributes=("src",)) == ['<img src=plain.png alt="">']
    assert texts(PAGE, "script") == ["<script>var text = '<a href=\"script/\">no</a>'</script>"]


def test_attributes_are_what_a_browser_has_of_them() -> None:
    """Without quotes and escapes."""
    link = elements(PAGE, ("a",))[0]
    assert link.attributes == {"class": "x", "href": "../y/?a=1&b=2"}
    assert PAGE[link.inside : link.outside] == "link <b>one</b>"


@pytest.mark.parametrize("html", ["", "  \n", "text alone", "<p>none</p>", "</div></body></html>", "<!-- <a> -->"])
def test_where_nothing_is_nothing_is_found(html: str) -> None:
    """An empty part of a page is one as well."""
    assert elements(html, ("a",)) == []


@pytest.mark.parametrize(
    ("tag", "becomes"),
    [
        ('<a href="old/" class="x">', '<a href="new/" class="x">'),
        ('<a data-href="old/" href="old/">', '<a data-href="old/" href="new/">'),
        ('<a title="write href=&#34;old/&#34;" href="old/" hidden>', '<a title="write href=&#34;old/&#34;" href="new/" hidden>'),
        ("<a href='old/' hidden>", '<a href="new/" hidden="">'),
        ("<a href=old/>", '<a href="new/">'),
    ],
)
def test_one_attribute_changes_and_the_others_stay(tag: str, becomes: str) -> None:
    """To the letter, where a tag is written as ours are; else it is written anew."""
    (element,) = elements(f"{tag}x</a>", ("a",))
    assert with_attribute(tag, element, "href", "new/") == becomes


def test_pieces_are_replaced_and_all_else_stays() -> None:
    """None, some, or at either end."""
    assert replaced("abc", []) == "abc"
    assert replaced("abcdef", [(0, 1, "A"), (2, 4, ""), (6, 6, "!")]) == "Abef!"


FOREIGN = {
    "catalogue/outward.py": "addresses that stand in the Markdown of records",
    "publications/finding/texts.py": "titles that must not be Markdown",
    "publications/html/small/gaps.py": "texts that are to be escaped",
    "publications/translation/language.py": "the texts that people translate",
    "publications/forms/spreadsheets.py": "the XML of workbooks, as openpyxl writes it",
    "reading/intake/agendas/texts.py": "the HTML of calendars that people send",
    "reading/typing/doubtful_links.py": "addresses in the texts of records",
    "world/copies/update_copy.py": "letters that a file of Windows cannot have in its name",
    "reading/files/file_names.py": "letters that a file of Windows cannot have in its name",
    "reading/inbox/account.py": "addresses in mails that people send",
    "reading/intake/mails/headers.py": "addresses and numbers in mails that people send",
    "reading/intake/workbooks/packages.py": "the XML of workbooks that people send",
    "reading/typing/sensitivity.py": "addresses in the texts of records",
    "world/receiving/imap.py": "the numbers of mails that a server lists",
    "site/mkdocs/prose_problems.py": "the Markdown of prose",
}
"""The modules whose patterns hold what could begin a tag, and what they read with them."""
_OF_A_PATTERN = ("(?P<", "(?<=", "(?<!")


def patterns(module: Path) -> list[str]:
    """The texts of all regular expressions of a module."""
    text = module.read_text("utf-8")
    if not re.search(r"\bre\.", text):
        return []  # to take it apart would take long
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    of_re = (call for call in calls if ast.unparse(call.func).startswith("re.") and call.args)
    return [part.value if isinstance(part.value, str) else part.value.decode() for call in of_re for part in ast.walk(call.args[0])
            if isinstance(part, ast.Constant) and isinstance(part.value, str | bytes)]  # fmt: skip


def test_no_regular_expression_reads_our_own_html() -> None:
    """What is made of pages is known when they are made, or read by a parser."""
    modules = set()
    for module in (ROOT / "clearinghouse").rglob("*.py"):
        for pattern in patterns(module):
            for sign in _OF_A_PATTERN:
                pattern = pattern.replace(sign, "")
            if "<" in pattern:
                modules.add(module.relative_to(ROOT / "clearinghouse").as_posix())
    assert modules == FOREIGN.keys()
