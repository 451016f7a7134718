"""Odd texts: what nobody writes by mistake, and a catalogue that says one of them wherever it can say any."""

import json

from clearinghouse.catalogue.catalogue import Catalogue
from tests.support.examples import catalogue, yaml

LONG_AGO = "2025-12-01"
"""A start that nobody is reminded of."""
ODD = "trainings/th-2026-03-odd"
HOSTILE = (
    "<script>alert(1)</script>",
    "a ]]> b <![CDATA[ c",
    "R&D: 5 < 7 & \"quoted\" 'text' &amp; &lt;b&gt; &copy; &nosuch;",
    "😀 👩🏽‍🌾 ဆင်စွယ် ສັດປ່າ ช้าง ភ្នំពេញ tê tê",
    "one, two; three\\nfour \\ five: six",
    "<b>bold</b> <img src=x onerror=alert(1)> <a href=javascript:alert(1)>x</a>",
    "--> <!-- <?xml version='1.0'?> %00 {{ 7*7 }}",
    " spaces   inside ",
)


def hostile(text: str) -> Catalogue:
    """A training and a notice that say a text wherever they can say any."""
    quoted = json.dumps(text, ensure_ascii=False)
    keys = {
        "starts": LONG_AGO,
        "title": quoted,
        "summary": quoted,
        "place": quoted,
        "organisers": f"[{quoted}]",
        "title_local": f"{{th: {quoted}}}",
    }
    changes = f"[{{on: 2026-02-01, what: moved, id: moved, note: {quoted}}}]"
    return catalogue(
        {ODD: yaml("trainings", changes=changes, **keys), "updates/2026-02-03-x": yaml("updates", title=quoted, summary=quoted)}
    )
