"""The list of offices: the sample is sound, and the nearest domain names the office."""

from clearinghouse.reading.files.folder import OFFICES, DataFile
from clearinghouse.reading.typing.office_list import office_list
from clearinghouse.records.office_list import SendingOffices
from tests.support.running import ROOT


def test_the_sample_is_sound() -> None:
    """It names an office with a domain, and one without."""
    offices = office_list([DataFile(OFFICES, OFFICES, (ROOT / "data/_offices_example.yml").read_bytes())])
    assert isinstance(offices, SendingOffices)
    assert [office.domains for office in offices.offices] == [("forestry.example.org",), ()]


def test_without_a_list_no_office_is_known() -> None:
    """No mail is confirmed then."""
    assert office_list([]) == SendingOffices()


def test_the_nearest_domain_names_the_office() -> None:
    """An office below a ministry has a domain below that of the ministry."""
    offices = SendingOffices.model_validate(
        {
            "offices": [
                {"id": "ministry", "name": "M", "domains": ["m.example"]},
                {"id": "parks", "name": "P", "domains": ["parks.m.example"]},
            ]
        }
    )
    domains = ("m.example", "a.m.example", "parks.m.example", "x.parks.m.example", "example", "sm.example", "")
    ids = [office.id if office else "" for office in map(offices.of_domain, domains)]
    assert ids == ["ministry", "ministry", "parks", "parks", "", "", ""]
