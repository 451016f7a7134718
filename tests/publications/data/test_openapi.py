"""OpenAPI: the description is what a linter takes, and describes exactly what is there; no field goes in the same version."""

from typing import Any

import pytest

from clearinghouse.publications.data.fields import broken_fields
from clearinghouse.records.written import api_words
from tests.support.publications.open_data import living_documents, must_fit
from tests.support.running import ROOT
from tools.schemas import FIELDS


def description() -> dict[str, Any]:
    """The description."""
    described: dict[str, Any] = living_documents()["openapi.json"]
    return described


@pytest.mark.long
def test_a_linter_takes_it() -> None:
    """OpenAPI 3.1, with all that refers to something."""
    from openapi_spec_validator import OpenAPIV31SpecValidator  # here, since every worker would wait for it

    assert list(OpenAPIV31SpecValidator(description()).iter_errors()) == []


def test_it_describes_every_file_and_nothing_else() -> None:
    """Both ways; and every file is as the schema of its path says."""
    must_fit(living_documents())


def test_no_field_goes_or_changes_in_a_version() -> None:
    """One may be added. Else it needs a new version, and files at addresses of their own (docs/api.md)."""
    assert (ROOT / FIELDS).read_text("utf-8").splitlines()[0] == f"Version {api_words.VERSION}"
    assert api_words.ROOT.startswith("api/v")
    assert api_words.ROOT.strip("/").endswith(f"v{api_words.VERSION}")
    kept = "Version 1\nTraining.title string: What it is called.\nTraining.seats integer or absent: How many.\n"
    assert broken_fields(kept, kept + "Training.stars integer or absent: How many.\n") == []
    assert broken_fields(kept, kept.replace("What it is called", "Its name")) == []
    assert broken_fields(kept, "Version 1\nTraining.title string: What it is called.\n") == ["Training.seats integer or absent"]
    assert broken_fields(kept, kept.replace("string", "integer")) == ["Training.title string"]
    assert broken_fields(kept, "Version 2\n") == []


def test_the_changelog_names_the_version() -> None:
    """Whoever uses the API reads there what changed."""
    assert f"\n### Version {api_words.VERSION}\n" in (ROOT / "content/open-data.md").read_text("utf-8")
