"""Other files: what a site holds that no publication declares: prose, the theme, what lies ready in overrides/, Pagefind's bundle."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from clearinghouse.publications.files.contents import SiteFile
from clearinghouse.publications.files.kinds import Kind, kind_by_media_type
from clearinghouse.publications.files.media_types import media_type_of
from clearinghouse.publications.page import Page
from clearinghouse.site.pagefind_bundle import BUNDLE


class OtherFiles:
    """Knows what the files are that MkDocs and Pagefind have written. prose: the pages that people wrote."""

    def __init__(self, config: MkDocsConfig, files: Files, prose: Iterable[Page]) -> None:
        self._prose = {page.address: page for page in prose}
        own = {Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)}
        self._of_theme = {file.dest_uri for file in files if file.src_dir and Path(file.src_dir) not in own}
        self._of_theme |= set(config.theme.static_templates)

    def file_at(self, address: str) -> SiteFile:
        """What is known of the file at an address, but for its content."""
        if page := self._prose.get(address):
            return SiteFile(address, page.kind, page.title)
        if address.startswith(f"{BUNDLE}/"):
            return SiteFile(address, Kind.SEARCH)
        return SiteFile(address, Kind.THEME if address in self._of_theme else kind_by_media_type(media_type_of(address)))
