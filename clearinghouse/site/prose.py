"""Prose: the pages of content/, held against the rules that a build holds them to."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.check import among
from clearinghouse.site.engine import take_engine
from clearinghouse.world.root import ROOT

if TYPE_CHECKING:
    from clearinghouse.catalogue.catalogue import Catalogue

CONTENT = ROOT / "content"


def prose_problems(
    catalogue: "Callable[[], Catalogue | None]", paths: Iterable[Path] = (), content: Path = CONTENT, with_links: bool = True
) -> list[Problem]:
    """What is wrong with the pages of a folder, or with those that paths name. catalogue: gives the records when a page leads to
    one, or None where they have problems themselves; with_links: whether links are followed, for which a whole site is planned.
    Raises Failure."""
    take_engine()
    # MkDocs takes its time to import: a check of records alone must not pay for it.
    from clearinghouse.site.mkdocs import prose_problems as prose

    asked = among(path.resolve().relative_to(content).as_posix() for path in paths)
    return list(prose.prose_problems(content, catalogue, asked, with_links))


def is_prose(path: Path) -> bool:
    """Whether a path is content/, or lies in it."""
    return path.resolve().is_relative_to(CONTENT)
