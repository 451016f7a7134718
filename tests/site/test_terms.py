"""Terms: a page of a built site leads to an entry of the glossary once, and says there what the letters of a short form stand for."""

from collections import Counter
from pathlib import Path

from lxml import html as lxml_html

from clearinghouse.publications.glossary.explaining import in_words
from clearinghouse.vocabulary.glossary import GLOSSARY

SHORT_FORMS = {entry.id: entry for entry in GLOSSARY if entry.long and entry.is_explained}


def test_a_page_expands_a_short_form_once(living_site: Path) -> None:
    """On every page, whatever its parts; the lead of a record, where a reader begins, never leaves one unexplained."""
    seen = Counter[str]()
    for path in living_site.rglob("index.html"):
        text = path.read_text("utf-8")
        if 'class="ch-term"' not in text and 'class="ch-lead"' not in text:
            continue
        page, at = lxml_html.fromstring(text), path.relative_to(living_site).as_posix()
        terms = page.xpath("//a[@class='ch-term']")
        ids = [term.get("href").partition("#")[2] for term in terms]
        assert len(ids) == len(set(ids)), at
        seen.update(ids)
        if at.split("/")[0] in ("id", "th", "vi"):
            continue
        for term, entry in zip(terms, ids, strict=True):
            assert entry not in SHORT_FORMS or term.get("title") == in_words(SHORT_FORMS[entry]), at
        lead = " ".join(page.xpath("//p[@class='ch-lead'][not(@lang)]/text()")).replace(",", " ").replace(".", " ").split()
        assert not {entry.id for entry in SHORT_FORMS.values() if entry.label in lead} - set(ids), at
    assert seen["cites"] > 20
    assert len(seen) > 5
