"""Pictures on pages: what a record shows stands on its page with credit and licence, and goes wherever the page goes."""

import json
from pathlib import Path

from lxml import html as lxml_html
from PIL import Image

from clearinghouse.publications.files.contents import CONTENTS, site_files
from clearinghouse.publications.offline.packs import Pack, edition_paths
from clearinghouse.vocabulary.states import MEMBER_STATES

PAGE = "trainings/th-2026-03-crime-scene/"
ALT = "A clearing in a forest, fenced off with tape, in which three numbered markers stand."


def test_a_picture_stands_on_the_page_of_its_record(living_site: Path) -> None:
    """Three sizes, whose shape is known before they come; who made it, and the licence, stand below."""
    page = lxml_html.document_fromstring((living_site / PAGE / "index.html").read_bytes())
    [figure] = page.xpath("//figure[@class='ch-photo']")
    [image] = figure.iter("img")
    assert (image.get("alt"), image.get("loading"), image.get("width"), image.get("height")) == (ALT, "lazy", "1600", "1067")
    sizes = [size.split() for size in image.get("srcset").split(", ")]
    assert [width for _, width in sizes] == ["480w", "960w", "1600w"]
    assert image.get("src") == sizes[-1][0]
    for address, width in sizes:
        with Image.open((living_site / PAGE / address).resolve()) as copy:
            assert copy.width == int(width[:-1])
    caption, credit = figure.xpath(".//p")
    assert caption.text_content() == "A place made ready for the course, as a drawing."
    assert credit.text_content() == "Picture: Office of Examples, CC BY 4.0. Where it was published"
    assert "https://creativecommons.org/licenses/by/4.0/" in credit.xpath(".//a/@href")


def test_a_picture_may_be_shown_with_permission_alone(living_site: Path) -> None:
    """Then there is no licence to read."""
    page = lxml_html.document_fromstring((living_site / "programmes/training-centre-of-examples/index.html").read_bytes())
    [credit] = page.xpath("//figure[@class='ch-photo']//p")
    assert credit.text_content() == "Picture: Office of Examples, used with permission"
    assert credit.xpath(".//a") == []


def test_messengers_and_machines_learn_of_it(living_site: Path) -> None:
    """A JPEG in the head of the page, in its linked data, and in the API with all sizes."""
    page = lxml_html.document_fromstring((living_site / PAGE / "index.html").read_bytes())
    said = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
    assert said["og:image"].endswith("/pictures/th-2026-03-crime-scene-jpg.jpg")
    assert (said["og:image:width"], said["og:image:height"], said["og:image:alt"]) == ("1200", "800", ALT)
    thing = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])["@graph"][0]
    [image] = thing["image"]
    assert image["contentUrl"] == said["og:image"]
    assert (image["license"], image["creditText"]) == ("https://creativecommons.org/licenses/by/4.0/", "Office of Examples")
    document = json.loads((living_site / "api/v1" / f"{PAGE[:-1]}.json").read_bytes())
    assert [picture["width"] for picture in document["pictures"]] == [480, 960, 1600, 1200]
    assert document["record"]["pictures"][0]["credit"] == "Office of Examples"


def test_offline_editions_hold_it(living_site: Path) -> None:
    """That of the whole site, and the pack of its state, but not that of another; what messengers fetch stays online."""
    files = {file.path: file for file in site_files((living_site / CONTENTS).read_bytes())}
    pictures = {path for path in files if path.startswith("photographs/th-2026-03")}
    assert len(pictures) == 3
    whole = set(edition_paths(files))
    assert pictures <= whole
    assert not any(path.startswith("pictures/") for path in whole)
    packs = {code: Pack(MEMBER_STATES[code], files).paths for code in ("TH", "VN")}
    assert pictures <= packs["TH"]
    assert pictures.isdisjoint(packs["VN"])
