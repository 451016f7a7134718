"""Sources: the records of a data folder come in, with one finished page of ours; they leave as what Hugo and MkDocs make sites of.

Both peers get each record as a page, in a section for its collection, with the terms by which we narrow lists. Hugo lays each page into
all that stands around ours, so that pages weigh the same; MkDocs has Material's theme and its own search.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.facets import facets
from clearinghouse.records.collections.record import Record

COLLECTIONS = ("trainings", "workshops", "documents")
FACETS = ("countries", "topics", "audience", "years", "activities", "kinds")
_LISTED = '<ul>{{ range (.Paginate .Pages 100).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
_SINGLE = "<h1>{{ .Title }}</h1>{{ range $name, $value := .Params.facts }}<p>{{ $name }}: {{ $value }}</p>{{ end }}{{ .Content }}"


def write_hugo(folder: Path, catalogue: Catalogue, around: tuple[str, str]) -> None:
    """The source of a Hugo site. around: what stands before and behind what a page of ours says itself."""
    settings = {"baseURL": "https://example.org/", "title": "Records", "taxonomies": {name: name for name in FACETS}, "timeout": "600s"}
    _write(folder / "hugo.json", json.dumps(settings))
    base = f'{_literal(around[0])}{{{{ block "main" . }}}}{{{{ end }}}}{_literal(around[1])}'
    _write(folder / "layouts/_default/baseof.html", base)
    _write(folder / "layouts/_default/single.html", f'{{{{ define "main" }}}}<div data-pagefind-body>{_SINGLE}</div>{{{{ end }}}}')
    for kind in ("list", "taxonomy", "term"):
        _write(folder / f"layouts/_default/{kind}.html", f'{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1>{_LISTED}{{{{ end }}}}')
    _write(folder / "layouts/index.html", '{{ define "main" }}<h1>Records</h1>{{ end }}')
    for record, terms in _records(catalogue):
        head = {"title": record.title, "date": str(record.published), **terms, "facts": {"Summary": record.summary}}
        _write(folder / f"content/{record.address}index.md", f"{json.dumps(head)}\n\n{record.body}\n")


def write_mkdocs(folder: Path, catalogue: Catalogue) -> None:
    """The source of an ordinary site of MkDocs with Material, its search and no navigation but sections."""
    _write(folder / "mkdocs.yml", "site_name: Records\nsite_url: https://example.org/\ntheme: {name: material}\nplugins: [search]\n")
    _write(folder / "docs/index.md", "# Records\n")
    for record, terms in _records(catalogue):
        facts = "\n".join(f"- {name}: {', '.join(values)}" for name, values in terms.items() if values)
        _write(
            folder / f"docs/{record.address.removesuffix('/')}.md", f"# {record.title}\n\n{record.summary}\n\n{facts}\n\n{record.body}\n"
        )


def _records(catalogue: Catalogue) -> Iterator[tuple[Record, dict[str, list[str]]]]:
    """Each record with its terms by facet."""
    for collection in COLLECTIONS:
        terms: dict[str, dict[str, list[str]]] = {record.key: {} for record in catalogue.collection(collection)}
        for facet in facets(catalogue, collection):
            for choice in facet.choices if facet.id in FACETS else ():
                for record in choice.records:
                    terms[record.key].setdefault(facet.id, []).append(choice.id)
        for record in catalogue.collection(collection):
            yield record, terms[record.key]


def _literal(html: str) -> str:
    """HTML that a template gives out as it stands."""
    return html.replace("{{", '{{ "{{" }}')


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
