"""Answers: what the command line says of a new record, by the dotted keys of its collection."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.values import KEY_002, KEY_002_OPTION, KEY_002_OPTION_WORDS
from clearinghouse.reading.intake.drafts import Draft
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.keys.key import GROUP
from clearinghouse.records.written.keys import key_in, leaves_of
from clearinghouse.vocabulary.nearest import nearest
from clearinghouse.world.disk.data_folder import path_name, place_in
from clearinghouse.world.failure import Failure

FLAT = tuple(name for name, collection in COLLECTIONS.items() if collection.is_flat)
"""Those whose records are asked for and imported."""
IMPORTED = tuple(name for name, collection in COLLECTIONS.items() if collection.is_flat or collection.rows_are)
"""Those whose records a table can hold."""
FEW = 12
"""How many allowed words are told where an answer is missing."""
_INSTEAD = {
    LegislationStatus.collection: (
        "a state's legislation is one file that grows: open data/legislation/<code>.yml, e.g. la.yml, and add a law below `laws`, "
        "or an assessment below `assessments`; data/legislation/_example.yml shows every key"
    ),
}


def must_be_askable(collection: str) -> None:
    """Raises Failure, with what to do instead, for a collection whose records are not asked for."""
    if collection not in FLAT:
        near = nearest(collection, FLAT)
        is_known = collection in COLLECTIONS
        sample = f"copy the sample data/{collection}/_example.yml" if is_known else f"there is no collection {collection}"
        in_rows = is_known and COLLECTIONS[collection].rows_are
        table = f"fill in the spreadsheet that `chm import --into {collection} --template` writes" if in_rows else ""
        raise Failure(_INSTEAD.get(collection) or table or (f"did you mean `chm new {near}`?" if near else sample))


def must_be_importable(collection: str) -> None:
    """Raises Failure for a collection whose records no table can hold."""
    if collection not in IMPORTED:
        raise Failure(f"nothing can be imported into {collection}: choose one of {', '.join(IMPORTED)}")


def answers_given(collection: str, pairs: Iterable[str], keyed: Mapping[str, str] | None = None) -> dict[str, str]:
    """Answers by dotted key, from `key=value` pairs and those that have a key already.

    Raises Failure for a pair without a value, for a key that the collection does not have, and for one that has two answers.
    """
    answers = dict(keyed or {})
    for pair in pairs:
        path, sign, text = pair.partition("=")
        if not sign:
            raise Failure(f"--set {pair} has no value: write --set KEY=VALUE, e.g. --set sources.0.url=https://example.org/news")
        if other := next((other for other in answers if f"{other}.".startswith(f"{path}.") or f"{path}.".startswith(f"{other}.")), None):
            raise Failure(f"{path} has two answers, {answers[other]} and {text}: say one of them, members of a list joined by `;`")
        answers[path] = text
    for path in answers:
        key = key_in(collection, path)
        if key is None or key.type == GROUP:
            near = nearest(path, (leaf.path for leaf in leaves_of(collection)))
            raise Failure(f"{collection} have no key {path}" + (f"; did you mean {near}?" if near else ": see its _example.yml"))
    return answers


def all_that_is_wrong(draft: Draft, data: Path) -> list[Problem]:
    """Its problems as a file of the data folder, and each key that is missing by itself, those inside groups too, with the
    option that gives it."""
    missing = [leaf for leaf in draft.leaves.values() if leaf.required and leaf.path not in draft.answers]
    path = draft.proposal.path
    covered = {part for leaf in missing for part in (leaf.path, leaf.path.partition(".")[0])}
    problems = [problem for problem in draft.problems if problem.code != KEY_002.code or problem.key not in covered]
    for leaf in missing:
        option = f"--set {leaf.path}=…" if "." in leaf.path else f"--{leaf.path.replace('_', '-')} …"
        place, gaps = Place(path, key=leaf.path), {"key": leaf.path, "option": option, "help": leaf.key.help}
        if 0 < len(leaf.key.choices) <= FEW:
            problems.append(KEY_002_OPTION_WORDS.at(place, words=" | ".join(leaf.key.choices), **gaps))
        else:
            problems.append(KEY_002_OPTION.at(place, **gaps))
    name = path_name(place_in(data, path))
    return [replace(problem, path=name) for problem in problems]
