"""Proposing: the entries of one source become proposals of records, held against what is in the folder and what was proposed before.

New and changed entries become proposals. What a person edited, or deleted, stays so. What the rules of records refuse is left
out and named: a value where the record can do without it, else the record.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clearinghouse.problems.problem import Problem
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.harvest_memory import Known
from clearinghouse.reading.intake.harvest.account import Account
from clearinghouse.reading.intake.harvest.entries import MOST_READ, Entry
from clearinghouse.reading.intake.harvest.folder import HARVESTED, CollectionHere, Here, content_digest
from clearinghouse.reading.intake.proposals import Proposal, Verdict, judged
from clearinghouse.records.collection import COLLECTIONS
from clearinghouse.records.harvest_sources import HarvestSource
from clearinghouse.records.written.announcing import with_change
from clearinghouse.records.written.filling import put, value_of
from clearinghouse.records.written.keys import key_in, keys_in
from clearinghouse.records.written.proposed_ids import proposed_id, unused

MOST_NEW = 200
"""In one run, where harvest.yml says nothing else: nobody reviews more."""
_PASSES, _BATCH = 3, 100
_SAYING_WHEN = ("starts", "ends", "undated", "status")
"""An event without them, since what was there is wrong, would say something that nobody said."""
_KEPT = ("published", "verified", "verified_by", "changes", "former_ids", "reviewed", "serves")


@dataclass(frozen=True)
class Settings:
    """Of a run. today: YYYY-MM-DD; site: the address of our own site, from which others may have gathered, or nothing."""

    today: str
    site: str = ""


@dataclass
class _Candidate:
    entry: Entry
    seen: str
    proposal: Proposal
    former: Here | None


@dataclass(frozen=True)
class Outcome:
    """What came of a source. proposals: in the order of the entries; records: what is known of its records now, by address."""

    account: Account
    proposals: Sequence[Proposal]
    records: Mapping[str, Known]


def proposed(
    source: HarvestSource,
    entries: Iterable[Entry],
    files: Mapping[str, DataFile],
    known: Mapping[str, Known],
    settings: Settings,
    modified: Mapping[str, str] | None = None,
) -> Outcome:
    """What becomes of all entries of a source. files: of the folder, by path; known: from the last time, by address; modified: when
    a record changed last there, by address."""
    here = CollectionHere(source.collection, files)
    gathered = here.gathered(source.id)
    account, records, there = Account(source), dict(known), set[str]()
    candidates: list[_Candidate] = []
    ids = set(here.ids)
    for entry in entries:
        there.add(entry.address)
        if entry.is_waiting:
            continue
        if entry.is_unread and entry.address in known:
            is_here = entry.address in gathered or known[entry.address].path in files
            account.unchanged, account.declined = account.unchanged + is_here, account.declined + (not is_here)
            continue
        if entry.refusal or _is_ours(entry, settings):
            account.leave_out(entry, entry.refusal or "it comes from here")
            continue
        account.remarks += [(entry.title, remark) for remark in entry.remarks]
        candidate = _candidate(source, entry, here, gathered, known, settings, ids, account)
        if candidate:
            ids.add(candidate.proposal.id)
            candidates.append(candidate)
        elif entry.address in records or entry.address in gathered:
            data = _completed(source, entry, settings)
            path = gathered[entry.address].path if entry.address in gathered else records[entry.address].path
            records[entry.address] = Known(entry.address, path, _seen(source, data), (modified or {}).get(entry.address, ""))
    sound = _sound(candidates, files, account, source)
    for candidate in sound:
        proposal, address = candidate.proposal, candidate.entry.address
        (account.changed if candidate.former else account.new).append(proposal.path)
        records[address] = Known(address, proposal.path, candidate.seen, (modified or {}).get(address, ""))
    account.gone = sorted(address for address in known if address not in there and known[address].path in files)
    return Outcome(account, [candidate.proposal for candidate in sound], records)


def _is_ours(entry: Entry, settings: Settings) -> bool:
    return bool(settings.site) and (entry.origin.startswith(settings.site) or entry.address.startswith(settings.site))


def _candidate(
    source: HarvestSource,
    entry: Entry,
    here: CollectionHere,
    gathered: Mapping[str, Here],
    known: Mapping[str, Known],
    settings: Settings,
    ids: set[str],
    account: Account,
) -> _Candidate | None:
    """What an entry would make or change; None where it does neither, which the account counts."""
    data = _completed(source, entry, settings)
    seen = _seen(source, data)
    before = known.get(entry.address)
    former = gathered.get(entry.address)
    if former is None and before is not None:
        former = here.records.get(before.path)
        if former is None or not former.origin:
            account.declined += 1
            return None
    if former is None:
        if path := here.same_as(entry.address, data):
            account.leave_out(entry, f"already here: {path}")
            return None
        record_id = unused(entry.id if entry.id and entry.id not in ids else _new_id(source, data), ids)
        return _Candidate(entry, seen, Proposal(source.collection, record_id, _marked(source, entry, data)), None)
    if "withdrawn" in former.data or (before is not None and before.seen == seen):
        account.unchanged += 1
        return None
    renewed = _marked(source, entry, _renewed(source, former, data, settings))
    if renewed[HARVESTED]["content"] == former.origin.get("content"):
        account.unchanged += 1
        return None
    if former.is_edited(source.collection):
        differing = [key for key in data if key not in _KEPT and key != "sources" and data[key] != former.data.get(key)]
        account.edited.append((former.path, f"differs there in {', '.join(differing) or 'its sources'}"))
        return None
    record_id = former.path.partition("/")[2].removesuffix(".yml")
    return _Candidate(entry, seen, Proposal(source.collection, record_id, renewed), former)


def _new_id(source: HarvestSource, data: Mapping[str, Any]) -> str:
    # A stranger's title may be a list, which is refused later.
    return proposed_id(source.collection, {key: text for key, text in data.items() if isinstance(text, str)}, source.owner or "")


def _seen(source: HarvestSource, data: Mapping[str, Any]) -> str:
    return content_digest(source.collection, data)


def _completed(source: HarvestSource, entry: Entry, settings: Settings) -> dict[str, Any]:
    """What an entry says, with what harvest.yml gives where it says nothing, and without what is never taken."""
    name = source.collection
    data = {key: value for key, value in entry.data.items() if key not in source.leave_out and value}
    for path, text in source.given.items():
        asked = key_in(name, path)
        if asked and not _says(data, path) and path != "time.zone":
            put(data, path, value_of(asked, text))
    for key in keys_in(name):
        if key.name in ("kind", "status", "confidence", "published") and key.offered and key.name not in data:
            data[key.name] = settings.today if key.name == "published" else key.offered
    page = {"url": entry.address, "publisher": source.name, "kind": source.source_kind, "accessed": settings.today}
    sources = data.get("sources")
    others = [one for one in sources if isinstance(one, Mapping) and one.get("url") != entry.address] if isinstance(sources, list) else []
    data["sources"] = [*others, page]
    data["published"] = settings.today
    last = str(data.get("ends") or data.get("starts") or "")
    if COLLECTIONS[name].is_event and data.get("status") == "announced" and "" < last < settings.today[: len(last)]:
        data["status"] = "unconfirmed"
    return data


def _says(data: Mapping[str, Any], path: str) -> bool:
    place: Any = data
    for part in path.split("."):
        if isinstance(place, list):
            place = place[int(part)] if part.isdecimal() and int(part) < len(place) else None
        else:
            place = place.get(part) if isinstance(place, Mapping) else None
    return bool(place)


def _marked(source: HarvestSource, entry: Entry, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a record that knows where it was gathered."""
    content = content_digest(source.collection, data)
    origin = {"source": source.id, "address": entry.address, "licence": source.licence, "content": content}
    return {**{key: value for key, value in data.items() if key != HARVESTED}, HARVESTED: origin}


def _renewed(source: HarvestSource, former: Here, data: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """The record as the source has it now. What subscribers must learn of an event becomes one of its changes."""
    renewed = {**data, **{key: former.data[key] for key in _KEPT if key in former.data}}
    if not COLLECTIONS[source.collection].is_event:
        return renewed
    status, was = data.get("status"), former.data.get("status")
    is_moved = any(data.get(key) != former.data.get(key) for key in ("starts", "ends", "time")) and "starts" in data
    is_elsewhere = any(data.get(key) != former.data.get(key) for key in ("place", "host", "mode", "undated"))
    what = status if status != was and status in ("cancelled", "postponed", "confirmed", "held") else "moved" if is_moved else ""
    if not what and (is_elsewhere or status != was):
        what = "updated"
    days = (
        {"from": former.data.get("starts"), "to": data.get("starts")}
        if is_moved and data.get("starts") != former.data.get("starts")
        else {}
    )
    return with_change(renewed, what, settings.today, "", **days) if what else renewed


def _sound(candidates: Sequence[_Candidate], files: Mapping[str, DataFile], account: Account, source: HarvestSource) -> list[_Candidate]:
    """Those that the rules of records let pass, some of them without a part: no more changed and no more new ones than a run takes."""
    changed = [candidate for candidate in candidates if candidate.former]
    account.defer([candidate.entry for candidate in changed[MOST_READ:]], f"changed: a run proposes at most {MOST_READ:,}")
    sound = _passing(changed[:MOST_READ], files, account, source)
    new, most = [candidate for candidate in candidates if not candidate.former], source.most or MOST_NEW
    passing: list[_Candidate] = []
    done = 0
    while done < len(new) and len(passing) < most:
        batch = new[done : done + max(most - len(passing), _BATCH)]
        passing += _passing(batch, files, account, source)
        done += len(batch)
    late = [candidate.entry for candidate in (*passing[most:], *new[done:])]
    account.defer(late, f"new: a run proposes at most {most:,}")
    return [*sound, *passing[:most]]


def _passing(rest: list[_Candidate], files: Mapping[str, DataFile], account: Account, source: HarvestSource) -> list[_Candidate]:
    verdict = judged([candidate.proposal for candidate in rest], files.values())
    for _ in range(_PASSES):
        faulty = [candidate for candidate in rest if _errors(verdict, candidate)]
        if not faulty:
            break
        refused = {id(candidate) for candidate in faulty if not _trim(candidate, _errors(verdict, candidate), account, source)}
        rest = [candidate for candidate in rest if id(candidate) not in refused]
        verdict = judged([candidate.proposal for candidate in rest], files.values())
    passing: list[_Candidate] = []
    for candidate in rest:
        twin = next((twin.path for twin in verdict.duplicates.get(candidate.proposal.path, ()) if _is_other(twin.path, files, source)), "")
        if errors := _errors(verdict, candidate):
            account.leave_out(candidate.entry, _words(errors[0]))
        elif twin and not candidate.former:
            account.leave_out(candidate.entry, f"likely the same as {twin}")
        else:
            warnings = [problem for problem in verdict.problems[candidate.proposal.path] if problem.code.startswith("SENSE")]
            account.remarks += [(candidate.proposal.path, f"to check: {_words(problem)}") for problem in warnings]
            passing.append(candidate)
    return passing


def _is_other(path: str, files: Mapping[str, DataFile], source: HarvestSource) -> bool:
    """Whether a likely duplicate is in the folder already, and not from this source, which knows its own events apart."""
    return path in files and f"source: {source.id}\n".encode() not in files[path].content


def _errors(verdict: Verdict, candidate: _Candidate) -> list[Problem]:
    return [problem for problem in verdict.problems.get(candidate.proposal.path, ()) if problem.severity == "error"]


def _trim(candidate: _Candidate, errors: Sequence[Problem], account: Account, source: HarvestSource) -> bool:
    """Takes out of a proposal what the rules refuse; false, and the account says why, where the record needs it."""
    needed = {key.name for key in keys_in(source.collection) if key.required} | {*_SAYING_WHEN, HARVESTED, ""}
    data = dict(candidate.proposal.data)
    for error in errors:
        first, _, rest = error.key.partition(".")
        value = data.get(first)
        if first in needed or value is None:
            account.leave_out(candidate.entry, _words(error))
            return False
        if isinstance(value, list) and rest.isdecimal():
            data[first] = [None if place == int(rest) else member for place, member in enumerate(value)]
        else:
            del data[first]
        account.remarks.append((candidate.entry.title, f"without {_words(error)}"))
    data = {key: [member for member in value if member is not None] if isinstance(value, list) else value for key, value in data.items()}
    proposal = candidate.proposal
    candidate.proposal = Proposal(proposal.collection, proposal.id, _marked(source, candidate.entry, data))
    return True


def _words(problem: Problem) -> str:
    return f"{problem.key or 'it'}: {problem.found}: {problem.fix}" if problem.found else f"{problem.key or 'it'}: {problem.fix}"
