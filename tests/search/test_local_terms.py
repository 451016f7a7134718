"""Local terms: how many of the pages that carry a name are found by it, and how many that are found carry it.

Precision and recall are counted over all names of countries, cities and animals of local_terms.yaml in a language.
A page is relevant when it was made to carry the very name, or holds it as words of its own; that `ช้าง`, an elephant,
is found in `งาช้าง`, its tusk, counts as a mistake here, though a reader may not mind.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html as lxml_html
from playwright.sync_api import BrowserContext, Page

from tests.support.browser.kinds import addresses, file_of
from tests.support.browser.modules import load_modules
from tests.support.running import chm
from tests.support.search.corpus import SPACED, UNSPACED, Term, carriers, living_texts, terms, written

pytestmark = pytest.mark.long

PRECISION, RECALL = 0.9, 0.95
ADDRESSES = """async queries => {
  const found = []
  for (const q of queries) {
    const answer = await modules.find({ q, facets: {}, since: "", sort: "best" })
    found.push((await answer.hits(0, 1000)).map(hit => hit.address))
  }
  return found
}"""
_WORD = re.compile(r"[^\W_]+")
Search = Callable[[list[str]], list[set[str]]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    written(folder / "data")
    result = chm("build", "--data", folder / "data", "--site", folder / "site", "--as-of", "2026-03-10")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def search(site: Path, server: Callable[[Path], str], profile: BrowserContext) -> Iterator[Search]:
    """The addresses that the browser finds for each of several queries."""
    page: Page = profile.new_page()
    page.goto(server(site))
    load_modules(page, server(site), "search/find/find.js")
    yield lambda queries: [set(addresses) for addresses in page.evaluate(ADDRESSES, queries)]
    page.close()


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """The text that the search may find each page by, in Unicode's form NFC."""
    texts = {}
    for address in addresses(site):
        tree = lxml_html.document_fromstring((site / file_of(address)).read_bytes(), parser=lxml_html.HTMLParser(encoding="utf-8"))
        for ignored in tree.xpath("//*[@data-pagefind-ignore]"):
            ignored.getparent().remove(ignored)
        if bodies := tree.xpath("//*[@data-pagefind-body]"):
            texts[address] = unicodedata.normalize("NFC", " ".join(" ".join(body.itertext()) for body in bodies))
    return texts


def names(language: str) -> list[Term]:
    """The names of countries, cities and animals in a language, each once."""
    entries = yaml.safe_load((Path(__file__).parent / "local_terms.yaml").read_text("utf-8"))
    kinds = {
        text.partition(" (")[0] for entry in entries if entry["kind"] in ("country", "city", "animal") for text in entry["names"].values()
    }
    return [term for term in terms() if term.language == language and term.text in kinds]


def folded(text: str) -> str:
    """Without accents and strokes."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter)).replace("đ", "d")


def worded(text: str) -> str:
    """The words of a text with one space around each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def precision_and_recall(answers: list[tuple[set[str], set[str], set[str]]]) -> tuple[float, float]:
    """Of what was found, what must be found, and what may be found besides."""
    right = sum(len(hits & (needed | allowed)) for hits, needed, allowed in answers)
    hit_count = sum(len(hits & needed) for hits, needed, _ in answers)
    return right / sum(len(hits) for hits, _, _ in answers), hit_count / sum(len(needed) for _, needed, _ in answers)


@pytest.mark.parametrize("language", UNSPACED)
def test_names_inside_unspaced_text_are_found_and_little_else(language: str, search: Search) -> None:
    """Thai, Lao, Khmer and Burmese; in records that were made to carry them, and in those of tests/living."""
    queries, living, records = names(language), living_texts(), list(carriers())
    answers = []
    for term, hits in zip(queries, search([term.text for term in queries]), strict=True):
        relevant = {f"trainings/{carrier.id}/" for carrier in records if term.text in {other.text for other in carrier.terms}}
        relevant |= {address for address, text in living.items() if term.text in text}
        answers.append(({hit for hit in hits if not hit.startswith("countries/")}, relevant, set[str]()))
    precision, recall = precision_and_recall(answers)
    assert len(queries) > 25
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("language", SPACED)
def test_names_in_latin_letters_are_found_and_little_else(language: str, search: Search, pages: dict[str, str]) -> None:
    """Vietnamese by its accents, where a name has them; Indonesian and Malay; in the text of every page of the site.

    A page that holds the English name of what is looked for is no mistake: `Laos` finds pages on Lao PDR.
    """
    queries = names(language)
    answers = []
    for term, hits in zip(queries, search([term.text for term in queries]), strict=True):
        read = folded if folded(term.text) == term.text.lower() else str.lower
        local, english = (
            {address for address, text in pages.items() if worded(read(name)) in worded(read(text))} for name in (term.text, term.english)
        )
        answers.append((hits, local, english))
    precision, recall = precision_and_recall(answers)
    assert len(queries) > 15
    assert precision >= PRECISION
    assert recall >= RECALL


def test_vietnamese_is_found_without_its_accents_as_well(search: Search) -> None:
    """As telephones and foreigners write it; every record that carries a term, whatever else is found."""
    queries, records = [term for term in terms() if term.language == "vi" and folded(term.text) != term.text.lower()], list(carriers())
    answers = []
    for term, hits in zip(queries, search([folded(term.text) for term in queries]), strict=True):
        answers.append((hits, {f"trainings/{carrier.id}/" for carrier in records if term in carrier.terms}, set[str]()))
    assert len(queries) > 25
    assert precision_and_recall(answers)[1] >= RECALL
