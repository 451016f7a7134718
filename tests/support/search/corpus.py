"""The corpus: made-up records that carry the local terms, to measure what the search finds and what it should not."""

import itertools
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support.examples import yaml as record_yaml
from tests.support.running import ROOT

UNSPACED = ("th", "lo", "km", "my")
SPACED = ("vi", "id", "ms")
PER_RECORD, IN_RECORDS = 3, 3
"""Terms in a record, and records that carry a term."""
_FILLERS: Mapping[str, str] = {
    "th": "และ การ ของ ใน ที่ สำหรับ ประชุม จาก กับ เรื่อง",
    "lo": "ແລະ ການ ຂອງ ໃນ ທີ່ ສຳລັບ ກອງປະຊຸມ ຈາກ ກັບ ເລື່ອງ",
    "km": "និង ការ របស់ ក្នុង ដែល សម្រាប់ ប្រជុំ ពី ជាមួយ អំពី",
    "my": "နှင့် ခြင်း များ တွင် သည် အတွက် အစည်းအဝေး မှ ဖြင့် အကြောင်း",
    "vi": "và của trong cho hội nghị từ với về các những",
    "id": "dan dari dalam untuk rapat oleh dengan tentang para yang",
    "ms": "dan daripada dalam untuk mesyuarat oleh dengan tentang para yang",
}
"""Small words that stand between the terms; they mean nothing here, and are no terms themselves."""


@dataclass(frozen=True)
class Term:
    """A text in a language that somebody may look for. english: what it names."""

    language: str
    text: str
    english: str = field(compare=False)


def terms() -> list[Term]:
    """All terms of local_terms.yaml, each once. What CLDR adds in brackets is another name, and left out."""
    entries: list[Mapping[str, Any]] = yaml.load(
        (Path(__file__).parents[2] / "search" / "local_terms.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    names = [(entry, *pair) for entry in entries for pair in (entry.get("names") or {entry["lang"]: entry["text"]}).items()]
    return list(dict.fromkeys(Term(language, text.partition(" (")[0], entry["term"]) for entry, language, text in names))


@dataclass(frozen=True)
class Carrier:
    """A record that carries terms of one language. id: of the training; text: as it stands in its body."""

    id: str
    terms: tuple[Term, ...]
    text: str


def carriers() -> Iterator[Carrier]:
    """The made-up records, always the same ones: small words and terms in turn, with no space between them where the script has none."""
    chance = random.Random(20)
    numbers = itertools.count()
    for language in (*UNSPACED, *SPACED):
        of_language = [term for term in terms() if term.language == language]
        fillers, space = _FILLERS[language].split(" "), "" if language in UNSPACED else " "
        for _ in range(IN_RECORDS):
            chance.shuffle(of_language)
            for start in range(0, len(of_language), PER_RECORD):
                group = of_language[start : start + PER_RECORD]
                words = [word for term in group for word in (*chance.sample(fillers, 2), term.text)] + [chance.choice(fillers)]
                yield Carrier(f"asean-2026-02-carrier-{next(numbers)}", tuple(group), space.join(words))


def written(folder: Path) -> None:
    """Writes the corpus as a data folder: the carriers beside the records of tests/living."""
    shutil.copytree(ROOT / "tests" / "living", folder)
    for carrier in carriers():
        number = carrier.id.rpartition("-")[2]
        text = record_yaml("trainings", "body: |", f"  {carrier.text}", title=f"Carrier number {number}")
        (folder / "trainings" / f"{carrier.id}.yml").write_text(text, "utf-8")


def living_texts() -> dict[str, str]:
    """The texts of the records of tests/living, by the address of their pages."""
    texts = {}
    for path in sorted((ROOT / "tests" / "living").rglob("*.yml")):
        if "draft: true" not in (text := path.read_text("utf-8")):
            address = path.relative_to(ROOT / "tests" / "living").with_suffix("").as_posix()
            texts[f"{address}/".replace("activities/", "plans/")] = text
    return texts
