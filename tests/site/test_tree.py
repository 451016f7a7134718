"""The finished tree: every way in which a link can lead nowhere is found, and nothing else."""

from pathlib import Path

import pytest

from clearinghouse.publications.html.policy import guarded
from clearinghouse.site.documents import Shell, Stamped
from clearinghouse.site.tree import broken_links, faults

URL = "https://example.org/house/"
NAME = "the-name"
SHELL = guarded(
    '<html><head><meta charset="utf-8"><link rel="canonical" href="https://example.org/house/rooms/the-name/">HEAD</head>'
    '<body><a href="#main">Skip</a><a href="../../">Home</a><a href="../../GONE">menu</a><div id="main">CONTENT</div></body></html>'
)


def paths(folder: Path) -> list[str]:
    """The files of a folder."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def reasons(folder: Path, link: str, page: str = "here/index.html") -> list[str]:
    """Why the one link of a page is broken, if it is."""
    for name, text in {
        "index.html": '<p id="top">Front</p>',
        "there/index.html": '<p id="part">There</p><p id="ភាគ">Part</p>',
        "with space/index.html": "<p>There</p>",
        "file.css": "p { color: green }",
        page: link if link.startswith("<") else f'<a href="{link}">link</a>',
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [link_fault.why for link_fault in broken_links(folder, paths(folder), URL)]


@pytest.mark.parametrize(
    "link",
    [
        "../there/", "../there/index.html", "../there/#part", "../there/?q=1#part", "../", "..", ".", "./", "", "?q=1", "../#top",
        "../file.css", "../file.css#any", "../with%20space/", "../there/#%E1%9E%97%E1%9E%B6%E1%9E%82",
        "/house/there/#part", "/house/", URL, f"{URL}there/#part",
        "https://example.org/", "https://example.net/nowhere", "//example.net/x", "mailto:office@example.org", "data:text/plain,x",
        "../there/#:~:text=There",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_left_alone(tmp_path: Path, link: str) -> None:
    """Relative or absolute, to a page, a part or a file; other hosts are not asked."""
    assert reasons(tmp_path, link) == []


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("../nowhere/", "there is no nowhere/index.html"),
        ("nowhere.html", "there is no here/nowhere.html"),
        ("../there", "there is no there"),
        ("../there/#nothing", "there/index.html has no part #nothing"),
        ("#nothing", "here/index.html has no part #nothing"),
        ("../with%2520space/", "there is no with%20space/index.html"),
        ("/house/nowhere/", "there is no nowhere/index.html"),
        (f"{URL}nowhere/", "there is no nowhere/index.html"),
        (f"{URL}there/#nothing", "there/index.html has no part #nothing"),
        ("../../there/", "it leads out of the site"),
        ("/there/", "it leads out of the site"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str, why: str) -> None:
    """With what is missing."""
    assert reasons(tmp_path, link) == [why]


def test_what_a_record_cites_of_this_site_is_an_address_like_any_other(tmp_path: Path) -> None:
    """A source may name a page that this site once had: nobody can build it again, and no check of records could know."""
    assert reasons(tmp_path, f'<a rel="external nofollow" href="{URL}nowhere/">source</a>') == []
    assert reasons(tmp_path, f'<link rel="canonical" href="{URL}nowhere/">') == ["there is no nowhere/index.html"]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="../nowhere.svg" alt="">', '<script src="../nowhere.svg"></script>', '<link rel="stylesheet" href="../nowhere.svg">',
        '<form action="../nowhere.svg"></form>', '<video poster="../nowhere.svg"></video>', '<object data="../nowhere.svg"></object>',
        '<svg><use href="../nowhere.svg#part"/></svg>',
    ],
)  # fmt: skip
def test_links_stand_in_many_attributes(tmp_path: Path, element: str) -> None:
    """Whatever a page loads must be there as well."""
    assert reasons(tmp_path, element) == ["there is no nowhere.svg"]


def test_a_broken_link_names_its_page(tmp_path: Path) -> None:
    """And is told once, however often it stands there."""
    reasons(tmp_path, '<a href="../x/">one</a><a href="../x/">two</a>')
    broken = list(broken_links(tmp_path, paths(tmp_path), URL))
    assert [(fault.page, fault.link) for fault in broken] == [("here/index.html", "../x/")]


def test_a_site_at_the_root_of_its_host_is_understood(tmp_path: Path) -> None:
    """Its links begin with a slash alone."""
    (tmp_path / "index.html").write_text('<a href="/">home</a><a href="/index.html">home</a><a href="/nowhere/">gone</a>')
    assert [fault.link for fault in broken_links(tmp_path, paths(tmp_path), "https://example.org/")] == ["/nowhere/"]


def test_what_a_policy_bars_is_a_fault_as_well(tmp_path: Path) -> None:
    """So is a page without a policy."""
    page = guarded('<html><head><meta charset="utf-8"></head><body><p{}><a href="gone/">x</a></p></body></html>')
    (tmp_path / "index.html").write_text(page.format(' style="color: red"'))
    (tmp_path / "bare.html").write_text("<p>x</p>")
    assert {(fault.page, fault.link) for fault in faults(tmp_path, paths(tmp_path), URL)} == {
        ("bare.html", "no policy before all that it loads"),
        ("index.html", "style=color: red"),
        ("index.html", "gone/"),
    }


def stamped_site(folder: Path, pages: dict[str, str], head: str = "", gone: str = "", after: str = "") -> list[tuple[str, str]]:
    """The faults of a site whose pages in rooms/ are stamped. head: what each puts into its head; gone: where a link of the shell leads;
    after: what is in the files and not in what the pages say of themselves."""
    shell = Shell(("", ""), SHELL.replace("HEAD", "").replace("GONE", gone).replace("CONTENT", ""), NAME)
    stamped = {}
    for name, content in {"": "<p>Front</p>", **pages}.items():
        html = SHELL.replace("HEAD", head).replace("GONE", gone).replace("CONTENT", content + after).replace(NAME, name)
        place = folder / "rooms" / name if name else folder
        place.mkdir(parents=True, exist_ok=True)
        (place / "index.html").write_text(html if name else guarded('<html><head><meta charset="utf-8"></head><body></body></html>'))
        if name:
            stamped[f"rooms/{name}/"] = Stamped.of(shell, name, head, content)
    return [(fault.page, fault.link) for fault in faults(folder, paths(folder), URL, stamped, sample=1)]


def test_pages_that_were_stamped_are_held_against_what_they_said_of_themselves(tmp_path: Path) -> None:
    """Nothing is wrong with links between them, to their parts and to themselves."""
    one = '<a href="../two/#part">two</a><a href="#own">own</a><a href="./">this</a><p id="own">x</p>'
    assert stamped_site(tmp_path, {"one": one, "two": '<p id="part">x</p>'}) == []


@pytest.mark.parametrize(
    ("content", "link"),
    [
        ('<a href="../three/">x</a>', "../three/"), ('<a href="../two/#nothing">x</a>', "../two/#nothing"), ('<a href="#no">x</a>', "#no"),
        ('<img src="no.svg" alt="">', "no.svg"),
        ('<a href="/elsewhere/">x</a>', "/elsewhere/"), ('<p style="color: red">x</p>', "style=color: red"),
        ('<a href="../two/main">x</a>', "../two/main"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_stamped_page_is_found_without_reading_it(tmp_path: Path, content: str, link: str) -> None:
    """As it is found in a page that is read."""
    assert stamped_site(tmp_path, {"one": content, "two": ""}) == [("rooms/one/index.html", link)]


def test_a_broken_link_of_a_shell_is_told_once(tmp_path: Path) -> None:
    """It stands on every page of its folder."""
    assert stamped_site(tmp_path, {"one": "", "two": ""}, gone="gone/") == [("rooms/one/index.html", "../../gone/")]
    assert stamped_site(tmp_path / "head", {"one": "", "two": ""}, head='<link rel="alternate" href="feed.rss">') == [
        ("rooms/one/index.html", "feed.rss"),
        ("rooms/two/index.html", "feed.rss"),
    ]


def test_a_page_that_says_something_else_of_itself_is_found(tmp_path: Path) -> None:
    """One in some pages is read whole, so that what they say is not only believed."""
    assert stamped_site(tmp_path, {"one": ""}, after='<a id="new" href="../">x</a>') == [
        ("rooms/one/index.html", "../"),
        ("rooms/one/index.html", "#new"),
    ]
