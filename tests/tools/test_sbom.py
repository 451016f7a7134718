"""chm sbom: every package and script that a site is made with, as CycloneDX's own schema wants it."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import ROOT, chm
from tools.bill_of_materials import MARKER
from tools.lock_file import locked

AS_OF = ("--as-of", "2026-11-21")
FOREIGN = re.compile(r"copyright|licen[cs]ed? under|@license|^/\*!", re.IGNORECASE | re.MULTILINE)
"""What scripts of others say of themselves."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bill of materials of this tree."""
    path = tmp_path_factory.mktemp("sbom") / "sbom.cdx.json"
    result = chm("sbom", "--output", path, *AS_OF)
    assert result.returncode == 0, result.stderr
    return path


@pytest.fixture(scope="module")
def bill(written: Path) -> Any:
    """What it says."""
    return json.loads(written.read_bytes())


def of_kind(bill: Any, kind: str) -> dict[str, Any]:
    """Its components of a kind, by name and version."""
    return {f"{part['name']} {part.get('version', '')}".strip(): part for part in bill["components"] if part["type"] == kind}


@pytest.mark.long
def test_it_is_what_cyclonedx_calls_a_bill_of_materials(written: Path) -> None:
    """By the strict schema of 1.6, which would find a fault."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator  # for seconds it compiles grammars, which every worker would wait for

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    text = written.read_text("utf-8")
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"SHA-256"', '"SHA-257"')) is not None
    assert validator.validate_str(text.replace('"purl"', '"prul"')) is not None


@pytest.mark.long
def test_it_names_every_locked_package_with_its_version_and_sums(bill: Any) -> None:
    """All of build.txt and no other; what only some systems need is optional, and says which."""
    packages = locked((ROOT / "requirements" / "build.txt").read_text("utf-8"))
    libraries = of_kind(bill, "library")
    assert libraries.keys() == {f"{package.name} {package.version}" for package in packages}
    for package in packages:
        component = libraries[f"{package.name} {package.version}"]
        assert component["purl"] == f"pkg:pypi/{package.name}@{package.version}"
        (distribution,) = component["externalReferences"]
        assert {digest["content"] for digest in distribution["hashes"]} == set(package.hashes)
        assert package.hashes
        assert component["scope"] == ("optional" if package.marker else "required")
        markers = [entry["value"] for entry in component.get("properties", []) if entry["name"] == MARKER]
        assert markers == ([package.marker] if package.marker else [])


@pytest.mark.long
def test_it_says_who_needs_whom_and_under_which_licence(bill: Any) -> None:
    """From us to each package; licences as the installed packages say."""
    needs = {node["ref"]: node.get("dependsOn", []) for node in bill["dependencies"]}
    reached, ahead = set[str](), ["clearing-house"]
    while ahead:
        ref = ahead.pop()
        if ref not in reached:
            reached.add(ref)
            ahead += needs[ref]
    assert {component["bom-ref"] for component in of_kind(bill, "library").values()} == reached - {"clearing-house"}
    libraries = of_kind(bill, "library")
    licences = {name.partition(" ")[0]: part.get("licenses") for name, part in libraries.items() if part["scope"] == "required"}
    assert all(licences.values())
    assert licences["mkdocs"] == [{"license": {"acknowledgement": "declared", "id": "BSD-2-Clause"}}]
    assert licences["packaging"] == [{"acknowledgement": "declared", "expression": "Apache-2.0 OR BSD-2-Clause"}]


def test_it_names_every_script_and_stylesheet_with_its_sum(bill: Any) -> None:
    """All of them are our own, but for what is cut out of the theme, a package of the bill: a script of others would need its name here."""
    paths = sorted(path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".js", ".css"))
    sums = {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    assert {name: component["hashes"][0]["content"] for name, component in of_kind(bill, "file").items()} == sums
    assert [path.name for path in paths if FOREIGN.search(path.read_text("utf-8"))] == ["theme.css"]
    assert any(name.startswith("mkdocs-material ") for name in of_kind(bill, "library"))


@pytest.mark.long
def test_the_same_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    """Whatever the hash seed and the time zone; the day may come from SOURCE_DATE_EPOCH, and another day is another bill."""
    again, other = tmp_path / "again.json", tmp_path / "other.json"
    result = chm("sbom", "--output", again, SOURCE_DATE_EPOCH="1795219200", PYTHONHASHSEED="5", TZ="Asia/Bangkok", LC_ALL="C")
    assert result.returncode == 0, result.stderr
    assert again.read_bytes() == written.read_bytes()
    assert chm("sbom", "--output", other, "--as-of", "2026-11-22").returncode == 0
    one, two = json.loads(written.read_bytes()), json.loads(other.read_bytes())
    assert one.pop("serialNumber") != two.pop("serialNumber")
    assert one["metadata"].pop("timestamp") != two["metadata"].pop("timestamp")
    assert one == two


@pytest.mark.long
def test_what_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    """A folder that is none, a time that is none."""
    result = chm("sbom", "--output", tmp_path / "nowhere" / "sbom.json")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    result = chm("sbom", "--output", tmp_path / "sbom.json", SOURCE_DATE_EPOCH="yesterday")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "SOURCE_DATE_EPOCH=yesterday is no time" in result.stderr
