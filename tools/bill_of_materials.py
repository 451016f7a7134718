"""Bill of materials: the packages and files that a site is made with come in, and leave as CycloneDX 1.6 in JSON.

CycloneDX' own library writes it, but its command, cyclonedx-py, does not gather it: of a lock it knows no licences, no systems
and not what needs what, of an environment it knows all that this machine happens to hold, and of our own scripts nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

OWN_LICENCE = "MIT"
MARKER = "python:environment-marker"
"""The property that says on which systems a package is needed, in the words of PEP 508."""


@dataclass(frozen=True)
class Package:
    """A package of the index. marker: on which systems it is needed, empty for all; hashes: SHA-256 of each of its files;
    asked_by: the packages that need it, our own among them; licences: as the package itself says."""

    name: str
    version: str
    marker: str
    hashes: Sequence[str]
    asked_by: Sequence[str]
    licences: Sequence[str]


def bill_of_materials(blank: Bom, name: str, version: str, packages: Iterable[Package], files: Mapping[str, str]) -> str:
    """What a site is made with. blank: with its serial number and time, which come from outside, and nothing else; name,
    version: our own; files: SHA-256 of each script and stylesheet by its path.

    The same number, time, packages and files give the same bytes.
    """
    bom = blank
    own = Component(name=name, version=version, type=ComponentType.APPLICATION, bom_ref=name, licenses=[_licence(OWN_LICENCE)])
    bom.metadata.component = own
    of_name: dict[str, list[Component]] = {name: [own]}
    known = list(packages)
    for package in known:
        of_name.setdefault(package.name, []).append(_component(package))
    for path, known_sum in files.items():
        bom.components.add(_file(path, known_sum))
    for package in known:
        component = next(component for component in of_name[package.name] if component.version == package.version)
        bom.components.add(component)
        bom.register_dependency(component)
        for asking in package.asked_by:
            for dependent in of_name.get(asking, []):
                bom.register_dependency(dependent, [component])
    return str(JsonV1Dot6(bom).output_as_string(indent=1)) + "\n"


def _component(package: Package) -> Component:
    purl = PackageURL("pypi", None, package.name, package.version)
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=purl.to_string(),
        purl=purl,
        scope=ComponentScope.OPTIONAL if package.marker else ComponentScope.REQUIRED,
        licenses=[_licence(name) for name in package.licences],
        properties=[Property(name=MARKER, value=package.marker)] if package.marker else [],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(f"https://pypi.org/project/{package.name}/{package.version}/"),
                comment="any one of these files, by the system that it is installed on",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=known_hash) for known_hash in package.hashes],
            )
        ],
    )


def _file(path: str, known_sum: str) -> Component:
    return Component(
        name=path,
        type=ComponentType.FILE,
        bom_ref=f"file:{path}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=known_sum)],
        licenses=[_licence(OWN_LICENCE)],
    )


def _licence(text: str) -> License:
    return LicenseFactory().make_from_string(text, license_acknowledgement=LicenseAcknowledgement.DECLARED)
