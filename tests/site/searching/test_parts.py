"""Parts: runs of neighbouring pages, each with a key of its own."""

from clearinghouse.site.searching.page_text import PageText, page_text
from clearinghouse.site.searching.part import parts

MANY = [PageText(f"20{number % 25:02}-01-01", f"trainings/t-{number}/", f"<p>{number}</p>") for number in range(3000)]


def test_all_pages_are_in_parts_of_a_few_hundred_in_the_order_of_their_days() -> None:
    """Whatever the order in which the disk lists them."""
    some = list(parts(reversed(MANY)))
    assert [page for part in some for page in part.pages] == sorted(MANY)
    assert 5 < len(some) < 50
    assert all(len(part.pages) <= 1000 for part in some)
    assert [part.key for part in some] == [part.key for part in parts(MANY)]


def test_a_page_that_changes_comes_or_goes_changes_one_part_alone() -> None:
    """All others have the key that they had."""
    keys = {part.key for part in parts(MANY)}
    new = PageText("2013-05-01", "trainings/new/", "<p>new</p>")
    changes = [*MANY[:1500], PageText(MANY[1500].starts, MANY[1500].address, "<p>other</p>"), *MANY[1501:]], [*MANY, new], MANY[:-1]
    for pages in changes:
        assert len({part.key for part in parts(pages)} - keys) == 1


def test_of_a_page_what_is_said_of_it_and_what_is_searched_is_read_and_nothing_else() -> None:
    """Neither menus nor what is left out of the search, a drawing least of all."""
    facet = '<i data-pagefind-filter="year:2026"></i>'
    said = f'<div hidden data-pagefind-meta="line[data-line]" data-line="Page" data-starts="2026-03-01">{facet}</div>'
    html = (
        f'<html><body><nav>Menu</nav><article class="x">{said}<p>Before</p><header data-pagefind-body><svg><title>Leaf</title></svg>'
        "<h1>Kui <em>Buri</em></h1><p data-pagefind-ignore>Badge</p>, Thailand</header><section data-pagefind-body><h2 id='a'>When</h2>"
        "</section><!-- no --><aside>Related</aside></article><footer>Foot</footer></body></html>"
    )
    page = page_text("trainings/x/", html)
    assert page.starts == "2026-03-01"
    head = "<header data-pagefind-body><h1>Kui <em>Buri</em></h1>, Thailand</header>"
    assert page.html == f'{said}{head}<section data-pagefind-body><h2 id="a">When</h2></section>'
