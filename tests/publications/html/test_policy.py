"""Policy: what a page's policy names, and what the check of the finished page finds."""

import pytest
from lxml import html as lxml_html

from clearinghouse.publications.html.policy import allowed_too, barred, guarded, hash_of, hashes_of, policy

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>T</title><script>one()</script></head><body>{}</body></html>'
GUARDED = guarded(PAGE, hashes_of(PAGE))


def barred_in(body: str) -> list[str]:
    """What is barred of a page with this body."""
    return barred(lxml_html.document_fromstring(GUARDED.format(body)))


def test_a_policy_names_no_host_and_nothing_unsafe() -> None:
    """But compiling the search's own program, which runs no text as a script."""
    directives = policy(["'sha256-x'"], framed_by="'none'").split("; ")
    assert directives[0] == "default-src 'none'"
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-x'" in directives
    assert directives[-1] == "frame-ancestors 'none'"
    assert [
        directive
        for directive in directives
        if "unsafe-inline" in directive or "'unsafe-eval'" in directive or "http" in directive or "*" in directive
    ] == []
    assert "frame-ancestors" not in policy()
    assert "script-src 'self' blob: 'wasm-unsafe-eval';" in policy(blob=True)


def test_hashes_do_not_depend_on_their_order() -> None:
    """The same scripts give the same bytes."""
    assert policy(["'sha256-b'", "'sha256-a'", "'sha256-b'"]) == policy(["'sha256-a'", "'sha256-b'"])


def test_a_hash_is_that_of_the_specification() -> None:
    """The example of Content Security Policy Level 3, section 2.3.1."""
    assert hash_of("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


@pytest.mark.parametrize(
    ("script", "is_hashed"),
    [
        ("<script>x</script>", True),
        ('<script type="module">x</script>', True),
        ("<script type=module>x</script>", True),
        ('<script src="a.js"></script>', False),
        ('<script defer src="a.js"></script>', False),
        ('<script type="application/json">x</script>', False),
        ('<script id="a" type="application/ld+json">x</script>', False),
    ],
)
def test_only_what_runs_is_hashed(script: str, is_hashed: bool) -> None:
    """Files are allowed as the site's own, and data are not run."""
    assert hashes_of(script) == ({hash_of("x")} if is_hashed else set())


def test_the_policy_stands_before_all_that_the_page_loads() -> None:
    """Right behind the charset; a page that has none is refused."""
    assert GUARDED.startswith(
        '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
    assert barred_in("<p>peace</p>") == []
    with pytest.raises(ValueError, match="no <meta charset>"):
        guarded("<p>bare</p>")


@pytest.mark.parametrize(
    "body",
    [
        "<script>two()</script>", '<script type="module">two()</script>', "<style>p { color: red }</style>", '<p style="color: red">x</p>',
        '<p onclick="two()">x</p>', "<svg onload=two()></svg>", '<iframe src="x"></iframe>', '<iframe srcdoc="x"></iframe>',
        '<object data="x"></object>', '<embed src="x">',
    ],
)  # fmt: skip
def test_what_the_policy_bars_is_found(body: str) -> None:
    """Whatever it is."""
    assert barred_in(body) != []


@pytest.mark.parametrize("body", ['<script src="a.js"></script>', '<script type="application/json">{}</script>', "<script>one()</script>"])
def test_what_the_policy_allows_is_not(body: str) -> None:
    """Nothing else is told."""
    assert barred_in(body) == []


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("<title>", '<link rel="stylesheet" href="x.css"><title>') + GUARDED[-3:]])
def test_a_page_without_a_policy_is_found(page: str) -> None:
    """Also one whose policy comes too late."""
    assert barred(lxml_html.document_fromstring(page)) == ["no policy before all that it loads"]


def test_one_more_script_can_be_allowed() -> None:
    """That of `chm serve`."""
    page = allowed_too(GUARDED, "two()").format("<script>two()</script>")
    assert barred(lxml_html.document_fromstring(page)) == []
