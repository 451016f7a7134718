"""The root: where mkdocs.yml, content/, data/ and overrides/ lie, beside the package."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
