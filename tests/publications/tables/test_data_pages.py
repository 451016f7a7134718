"""The pages of open data: every file with its size and rows, and every column with what it says, at an anchor."""

import ast
import re
from typing import Any
from urllib.parse import urlsplit

from clearinghouse.publications.pages.data_files.dictionary import ADDRESS as DICTIONARY
from clearinghouse.publications.pages.data_files.examples import examples
from clearinghouse.publications.tables.columns import codes_alone
from clearinghouse.records.collection import COLLECTIONS
from tests.support.publications.giving_out import SITE
from tests.support.publications.rendering import living_outputs, living_pages
from tests.support.publications.tables import living_data, table
from tests.support.running import ROOT


def text_of(element: Any) -> str:
    """Its words."""
    return " ".join(element.text_content().split())


def test_the_page_names_every_file_with_its_size_and_rows() -> None:
    """And leads to the columns of each."""
    page = living_pages()["open-data/"]
    rows = {text_of(row.xpath("th")[0]): row for row in page.xpath("//section[@aria-labelledby='files']//tbody/tr")}
    assert len(rows) == len(COLLECTIONS) + 1
    row = rows["Trainings"]
    assert text_of(row.xpath("td")[0]) == str(len(table("trainings")))
    assert re.fullmatch(r"CSV [0-9.]+ [kM]B", text_of(row.xpath("td")[1]))
    links = page.xpath("//@href")
    assert {"trainings.csv", "clearing-house.sqlite", "datapackage.json", "dictionary/", "dictionary/trainings/"} <= set(links)


def test_every_key_is_in_the_dictionary() -> None:
    """At an anchor, with what it says, its type, its closed list, an example and a version; the keys of groups as well."""
    for file in living_data().tables:
        page = living_pages()[f"{DICTIONARY}{file.name}/"]
        ids = page.xpath("//*/@id")
        assert len(set(ids)) == len(ids)
        for column in codes_alone(file.columns):
            (entry,) = page.xpath(f"//*[@id='{column.name}']")
            words = text_of(entry)
            assert column.title in words
            assert column.about.replace("`", "") in words
            assert "since version 1" in words
            assert all(word in words for word in column.key.words)
            assert column.key.example.split("; ")[0] in words.replace("\u200b", "")
    sources = living_pages()[f"{DICTIONARY}trainings/"].xpath("//*[@id='sources-url']")
    assert "The page where it can be read." in text_of(sources[0])
    assert living_pages()[f"{DICTIONARY}codes/"].xpath("//*[@id='list-topics']")


def test_every_address_in_the_examples_is_there() -> None:
    """And every example stands on the page, in its section; those of Python are Python."""
    addresses = set(living_outputs())
    codes = examples(SITE)
    for code in codes.values():
        urls = re.findall(r"https?://[^\s'\")]+", code)
        assert {urlsplit(url).path.removeprefix(urlsplit(SITE.url).path) for url in urls} <= addresses
    assert compile(codes["python"], "example", "exec", ast.PyCF_ONLY_AST)
    for path in (ROOT / "content").rglob("open-data.md"):
        headings = re.findall(r"^## (.+)$", path.read_text("utf-8"), re.MULTILINE)
        anchors = {heading.partition("{#")[2].removesuffix("}") or heading.lower() for heading in headings}
        assert set(codes) < anchors
