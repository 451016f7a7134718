"""The engine: MkDocs, or ProperDocs, its maintained fork, in its place."""

import importlib
import os

from clearinghouse.world.failure import Failure

ENGINE = "CHM_ENGINE"
ENGINES = ("mkdocs", "properdocs")


def take_engine() -> str:
    """Lets everything that imports MkDocs from now on get the engine that the environment names; returns its name, which
    is that of its logger too. Raises Failure."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    name = os.environ.get(ENGINE, ENGINES[0])
    if name not in ENGINES:
        raise Failure(f"{ENGINE}={name}: there are {' and '.join(ENGINES)}")
    if name == "properdocs":
        try:
            importlib.import_module("properdocs.replacement")
        except ImportError:
            raise Failure("ProperDocs is missing: `python3 scripts/chm.py test` installs it with the tools of the tests") from None
    return name
