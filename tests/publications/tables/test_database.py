"""Database: SQLite takes it, all that refers finds what it names, and people find records by words in any script."""

import json

from clearinghouse.publications.data.records import records_of
from clearinghouse.records.collection import COLLECTIONS
from tests.support.publications.giving_out import SITE, living
from tests.support.publications.tables import living_data, opened, table


def test_it_is_whole_and_all_that_refers_finds_what_it_names() -> None:
    """The tables, the codes and the index."""
    with opened(living_data().database.content) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        referring = [name for name in tables if connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()]
        assert len(referring) > len(COLLECTIONS)
        assert dict(connection.execute("SELECT name, value FROM about").fetchall())["url"] == SITE.url


def test_it_has_every_record_with_its_lists() -> None:
    """One row in the table of all, one in that of its collection, and one for each member of a list."""
    with opened(living_data().database.content) as connection:
        keys = [f"{name}/{record.id}" for name in COLLECTIONS for record in records_of(name, living())]
        assert [key for (key,) in connection.execute('SELECT "key" FROM records ORDER BY "row"')] == keys
        for name in COLLECTIONS:
            own = connection.execute(f'SELECT "id" FROM "{name}" ORDER BY rowid').fetchall()
            assert [row[0] for row in own] == [row["id"] for row in table(name)]
        laws = connection.execute('SELECT "record", "title", "source_url", "species" FROM legislation_laws').fetchall()
        assert len(laws) == sum(len(record.laws) for record in living().legislation)
        assert all(isinstance(json.loads(species), list) for *_, species in laws if species)
        topics = connection.execute("SELECT count(*) FROM records_topics").fetchone()[0]
        assert topics == sum(len(getattr(record, "topics", ())) for record in living().records)


def test_its_views_say_what_lies_in_several_tables() -> None:
    """The events of all collections, and the records by state, topic and activity."""
    with opened(living_data().database.content) as connection:
        views = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        assert sorted(views) == ["events", "records_by_activity", "records_by_state", "records_by_topic"]
        counts = {view: connection.execute(f'SELECT count(*) FROM "{view}"').fetchone()[0] for view in views}
        assert counts["events"] == len(living().events)
        assert counts["records_by_activity"] == sum(len(living().serving(activity)) for activity in living().activities)
        states = dict(connection.execute('SELECT "state", "state_label" FROM records_by_state').fetchall())
        assert states["LA"] == "Lao PDR"


def test_it_is_searched_by_words_and_by_parts_of_words() -> None:
    """Three letters are enough, also inside a text without spaces."""
    query = 'SELECT r."key" FROM search JOIN records r ON r."row" = search.rowid WHERE search MATCH ? ORDER BY rank'
    with opened(living_data().database.content) as connection:
        for record in living().records:
            for local in record.title_local.values():
                part = f'"{local[len(local) // 3 : len(local) // 3 + 6]}"'.replace("\n", " ")
                if len(part) > 5 and part.count('"') == 2:
                    assert (record.key,) in connection.execute(query, (part,)).fetchall()
        assert connection.execute(query, ("training",)).fetchall()
