"""The script index: which files it makes of documents, and that whatever is asked of them is in them."""

import json
from datetime import date
from typing import Any

import pytest

from clearinghouse.publications.search.clusters import cleaned, clusters
from clearinghouse.publications.search.script_index import BLOCK, SCRIPTS, WORDS_FILE, Document, key_of, passages, script_index

LAO = Document(
    "trainings/one/", "One", "Training, 2 March 2026, Lao PDR", ("ການຄ້າສັດປ່າ",), ("ລູກເສືອ ໃນ ລາວ",),
    (("country", "la"), ("year", "2026")), date(2026, 3, 6),
)  # fmt: skip
MIXED = Document("trainings/two/", "ไทย", "Training", ("ไทย",), ("Officers met in ລາວ and ไทย.",), (("country", "th"), ("country", "la")))


def files(*documents: Document) -> dict[str, Any]:
    """The files of an index, read back."""
    return {name: json.loads(content) for name, content in script_index(documents)}


def places(index: dict[str, Any], script: str, word: str) -> list[tuple[int, int]]:
    """Documents and places of a word."""
    parts = [part for name, part in index.items() if name.startswith(f"{script}-w")]
    steps: list[int] = next((part[word] for part in parts if word in part), [])
    document, pairs = 0, []
    for step, place in zip(steps[::2], steps[1::2], strict=True):
        document += step
        pairs.append((document, place))
    return pairs


def test_only_scripts_that_occur_have_files() -> None:
    """A browser learns from the vocabulary which do."""
    assert {name.split(".")[0].split("-")[0] for name in files(LAO)} == {"lo"}
    assert {name.split(".")[0].split("-")[0] for name in files(LAO, MIXED)} == {"lo", "th"}
    assert files(Document("about/", "About", "Page", (), ("Plain words.",))) == {}


def test_words_are_pairs_of_neighbours_and_the_last_of_a_run_stands_alone() -> None:
    """`ລາວ` is two clusters: the pair, and the second with nothing behind it. The title's places come first."""
    index = files(LAO, MIXED)
    assert places(index, "lo", "ລາ ວ") == [(0, 12), (1, 0)]
    assert places(index, "lo", "ວ ") == [(0, 13), (1, 1)]
    assert index["lo.json"]["titles"] == [7, 0]
    assert index["th.json"]["titles"] == [3]


def test_a_head_tells_facets_days_and_where_words_begin() -> None:
    """Facets hold documents as steps; days count from 1970, and 0 is none."""
    head = files(LAO, MIXED)["lo.json"]
    assert head["documents"] == 2
    assert head["facets"] == {"country": {"la": [0, 1], "th": [1]}, "year": {"2026": [0]}}
    assert head["ends"] == [(date(2026, 3, 6) - date(1970, 1, 1)).days, 0]
    assert head["words"] == [min(files(LAO, MIXED)["lo-w0.json"])]


def test_what_is_shown_of_a_hit_stands_in_blocks() -> None:
    """Address, title, line, how many of the texts are titles, and the texts that hold the script."""
    index = files(LAO, MIXED)
    assert index["lo-d0.json"] == [
        ["trainings/one/", "One", LAO.line, 1, "ການຄ້າສັດປ່າ", "ລູກເສືອ ໃນ ລາວ"],
        ["trainings/two/", "ไทย", "Training", 0, "Officers met in ລາວ and ไทย."],
    ]
    many = files(*(Document(f"trainings/{number}/", "A", "Training", (), ("ລາວ",)) for number in range(BLOCK + 1)))
    assert [len(many["lo-d0.json"]), len(many["lo-d1.json"])] == [BLOCK, 1]
    assert many["lo-keys.json"][BLOCK] == key_of(f"trainings/{BLOCK}/")


def test_words_lie_in_their_order_in_files_of_bearable_size() -> None:
    """So that the words that begin alike are in one file or in neighbours, whose first words the head tells."""
    letters = [chr(letter) for letter in range(0x1780, 0x17A3)]
    texts = [one + other + third for one in letters for other in letters for third in letters[:6]]
    index = files(*(Document(f"trainings/{number}/", "A", "Training", (), tuple(texts[number::40])) for number in range(40)))
    parts = [index[f"km-w{number}.json"] for number in range(len(index["km.json"]["words"]))]
    words = [word for part in parts for word in part]
    assert len(parts) > 1
    assert words == sorted(words)
    assert index["km.json"]["words"] == [next(iter(part)) for part in parts]
    assert all(len(json.dumps(part, ensure_ascii=False, separators=(",", ":"))) < 2 * WORDS_FILE for part in parts)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_pair_of_a_text_is_a_word_at_its_place(script: str) -> None:
    """Else a browser would look for what is not there."""
    text = {"th": "การค้าสัตว์ป่า ในไทย, ลิ่น", "lo": "ການຄ້າສັດປ່າ ໃນ ລາວ", "km": "ភ្នំពេញ និង ខ្លា", "my": "ရန်ကုန် နှင့် ဆင်"}[script]
    index = files(Document("trainings/one/", "One", "Training", (), (text,)))
    every = list(clusters(cleaned(text)))
    for one, after in zip(every, [*every[1:], None], strict=True):
        follows = after is not None and after.place == one.place + 1
        assert (0, one.place) in places(index, script, f"{one.text} {after.text if after and follows else ''}")


def test_the_same_documents_make_the_same_bytes() -> None:
    """In another process too, since nothing hangs on the order of a set."""
    assert dict(script_index([LAO, MIXED])) == dict(script_index([LAO, MIXED]))


def test_a_long_text_is_kept_only_around_its_letters() -> None:
    """Whole words of it, so that no mark is parted from its letter; the letters are all there."""
    text = "word " * 100 + "ສັດປ່າ ໃນ ລາວ" + " word" * 100 + " ລາວ"
    parts = passages(text, SCRIPTS["lo"])
    assert len(parts) == 2
    assert all(passage in text and len(passage) < 200 for passage in parts)
    assert "ສັດປ່າ ໃນ ລາວ" in parts[0]
    assert parts[1].startswith("word word")
    assert parts[1].endswith("ລາວ")
    assert passages("ສັດປ່າ" * 100, SCRIPTS["lo"]) == [cleaned("ສັດປ່າ" * 100)]
    assert passages("Plain words.", SCRIPTS["lo"]) == []
