"""The harvest list: the sample that everyone copies is itself right."""

from clearinghouse.reading.files.folder import HARVEST, DataFile
from clearinghouse.reading.typing.harvest_list import harvest_list
from clearinghouse.records.harvest_sources import HarvestSources
from tests.support.running import ROOT


def test_the_sample_is_right() -> None:
    """And shows two kinds of sources."""
    sources = harvest_list([DataFile(HARVEST, HARVEST, (ROOT / "data/_harvest_example.yml").read_bytes())])
    assert isinstance(sources, HarvestSources), sources
    assert [source.kind for source in sources.sources] == ["api", "schema.org"]
