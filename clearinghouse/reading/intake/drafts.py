"""Drafts: answers to the keys of a collection, some of them perhaps missing or wrong, become a proposal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from clearinghouse.problems.problem import Place, Problem
from clearinghouse.problems.references import ID_002_DRAFT
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.intake.proposals import Proposal, Verdict, judged
from clearinghouse.records.written.filling import keep_own_words, own_words, put, value_of
from clearinghouse.records.written.keys import Leaf, key_in, leaves_of
from clearinghouse.records.written.proposed_ids import proposed_id, unused


@dataclass(frozen=True)
class Draft:
    """A record in the making. files: those of the folder; answers: texts by dotted key; owner: see `proposed_id`;
    chosen: the id that somebody chose, or empty."""

    collection: str
    files: Sequence[DataFile]
    answers: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    chosen: str = ""

    def answered(self, path: str, answer: str) -> "Draft":
        """The draft with another answer; an empty one takes the old one away."""
        others = {key: text for key, text in self.answers.items() if key != path}
        return replace(self, answers=others | {path: answer} if answer else others)

    @cached_property
    def leaves(self) -> Mapping[str, Leaf]:
        """What may be asked, by dotted key."""
        return {leaf.path: leaf for leaf in leaves_of(self.collection)}

    @cached_property
    def data(self) -> dict[str, Any]:
        """The record's plain data."""
        data: dict[str, Any] = {}
        for path, answer in self.answers.items():
            if asked := key_in(self.collection, path):
                put(data, path, value_of(asked, answer))
        keep_own_words(data, {key: own_words(leaf.key, self.answers.get(key, "")) for key, leaf in self.leaves.items()})
        return data

    @cached_property
    def proposal(self) -> Proposal:
        """The record as a file of the folder, under the chosen id, or one that is free."""
        known = {file.path.removeprefix(f"{self.collection}/").removesuffix(".yml") for file in self.files}
        return Proposal(self.collection, self.chosen or unused(proposed_id(self.collection, self.data, self.owner), known), self.data)

    @cached_property
    def verdict(self) -> Verdict:
        """What is to be said of it as a file of the folder."""
        return judged([self.proposal], self.files)

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with it, references to other records included; warnings too."""
        path = self.proposal.path
        problems = self.verdict.problems[path]
        if not any(file.path == path for file in self.files):
            return problems
        return [ID_002_DRAFT.at(Place(path), found=self.proposal.id), *problems]

    @property
    def errors(self) -> Sequence[Problem]:
        """Those of its problems that are errors."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def asked_for(self, problem: Problem) -> str:
        """The key that is asked for of which a problem's key is a part: `audience` of `audience.1`; empty where there is none."""
        return next((path for path in self.leaves if problem.key == path or problem.key.startswith(f"{path}.")), "")
