"""The finished tree: every way in which a link can lead nowhere is found, and nothing else."""

from pathlib import Path

import pytest

from clearinghouse.publications.html.policy import guarded
from clearinghouse.site.tree import broken_links, faults

URL = "https://example.org/house/"


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
