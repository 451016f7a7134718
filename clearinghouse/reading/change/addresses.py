"""Addresses: what was published leads somewhere, and to the record to which it led."""

from collections.abc import Iterable, Iterator, Sequence

from clearinghouse.problems import changes as kinds
from clearinghouse.problems.problem import Place, Problem
from clearinghouse.reading.change.state import Pair, State
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.record import Record


def lost(pairs: Iterable[Pair], before: State, after: State) -> Iterator[Problem]:
    """Ids that were published and lead nowhere now: files that are gone, former ids, and records that became drafts."""
    leads = _leads(after)
    for old, new in pairs:
        was, now, document = before.record(old), after.record(new), after.document(new)
        if old is None or (isinstance(was, Record) and was.draft):
            continue
        key = f"{old.collection}/{old.id}"
        if new is None and key not in leads:
            kind = kinds.LOST_001_ACTIVITY if old.collection == Activity.collection else kinds.LOST_001
            yield kind.at(old.file.place, found=key)
        if isinstance(was, Record) and isinstance(now, Record) and document:
            if now.draft:
                yield kinds.LOST_001_DRAFT.at(document.place(("draft",)), found=key)
            for former in was.former_ids:
                if former not in now.former_ids and f"{was.collection}/{former}" not in leads:
                    yield kinds.LOST_001_FORMER.at(document.place(("former_ids",)), found=former, id=former)


def lost_at_once(losses: Sequence[Problem], pairs: Iterable[Pair], before: State, after: State, most: int) -> Iterator[Problem]:
    """That a change loses or withdraws more than so many records."""
    gone = [(loss.path, loss.found) for loss in losses]
    for old, new in pairs:
        was, now = before.record(old), after.record(new)
        if new and getattr(now, "withdrawn", None) and isinstance(was, Record) and not was.withdrawn:
            gone.append((new.file.name, was.key))
    if len(gone) > most:
        path, key = gone[0]
        yield kinds.LOST_002.at(Place(path), found=f"{len(gone)} records, {key} among them", most=str(most))


def misled(pairs: Iterable[Pair], before: State, after: State) -> Iterator[Problem]:
    """Ids that were published and lead to another record now, and records that are another one under the same id."""
    pairs = list(pairs)
    successors = {f"{old.collection}/{old.id}": f"{new.collection}/{new.id}" if new else "" for old, new in pairs if old}
    leads = _leads(after)
    for address, was in _leads(before).items():
        now = leads.get(address)
        if now and now.key != successors.get(was.key, was.key):
            document = after.documents.get(now.path)
            place = document.place(("former_ids",)) if document else after.files[now.path].place
            yield kinds.CHANGE_008.at(place, found=f"{address} leading to {now.key}", address=address, was=was.key)
    kept = [(was, now, document) for was, now, document in _kept(pairs, before, after) if was.title != now.title]
    titles = {was.title for was, _, _ in kept}
    for was, now, document in kept:
        # Neither title nor any source is left, or the title is that of a record which has another one now.
        if not {source.url for source in was.sources} & {source.url for source in now.sources} or now.title in titles:
            yield kinds.CHANGE_008_REPLACED.at(document.place(("title",)), found=now.title, was=was.title)


def _kept(pairs: Iterable[Pair], before: State, after: State) -> Iterator[tuple[Record, Record, Document]]:
    """Published records that are there still, as they were and are."""
    for old, new in pairs:
        was, now, document = before.record(old), after.record(new), after.document(new)
        if isinstance(was, Record) and isinstance(now, Record) and document and not was.draft:
            yield was, now, document


def _leads(state: State) -> dict[str, Record]:
    """The record to which each `collection/id` leads, former ids among them; a draft has no page to which anything could lead."""
    records = [record for several in state.reading.records.values() for record in several.values()]
    published = [record for record in records if isinstance(record, Record) and not record.draft]
    former = {f"{record.collection}/{former_id}": record for record in published for former_id in record.former_ids}
    return former | {record.key: record for record in published}
