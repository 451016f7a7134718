"""About as data: what data/ says of no single record comes in, one document leaves."""

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.publications.data.document import DataFile, Document
from clearinghouse.publications.site import Site
from clearinghouse.records.collections.legislation import LegislationAbout
from clearinghouse.records.written.api_words import ABOUT, VERSION


class AboutDocument(Document):
    """What is said of no single record."""

    legislation: LegislationAbout | None = Field(
        description="What the categories and minimum requirements of legislation mean, and what was said of several states; "
        "null where nothing is."
    )


def about_file(catalogue: Catalogue, site: Site) -> DataFile:
    """The one document."""
    document = AboutDocument(schema_version=VERSION, address=site.url + ABOUT, legislation=catalogue.about_legislation)
    return DataFile(ABOUT, ABOUT, "About the records as JSON", "What is said of no single record", document)
