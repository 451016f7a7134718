"""Link reports as files: read as they were written, and whatever else is told with its line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearinghouse.problems.report import as_text
from clearinghouse.reading.files.folder import DataFile
from clearinghouse.reading.files.link_reports import look_line, report_of, report_text, run_head, run_of
from clearinghouse.reading.typing.read import read
from clearinghouse.records.link_report import OUTCOMES, Failure, LinkReport, LinkState, Look

HEAD = '{"link-report": 1}\n'
STATE = '{"url": "https://example.org", "checked": "2026-03-10"}\n'
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
URLS = st.text(max_size=30).map(lambda text: f"https://example.org/{text}")
STATES = st.builds(
    LinkState, URLS, DAYS, st.lists(st.builds(Failure, DAYS, st.text(max_size=20)), max_size=4).map(tuple), st.text(max_size=20), URLS, URLS
)
LOOKS = st.builds(Look, URLS, st.just(date(2026, 3, 10)), st.sampled_from(OUTCOMES), st.text(max_size=20), URLS, URLS)


@given(st.lists(STATES, max_size=5))
def test_a_report_is_read_as_it_was_written(states: list[LinkState]) -> None:
    """Whatever stands in addresses and reasons; one address a line, in their order."""
    report = LinkReport({state.url: state for state in states})
    text = report_text(report)
    assert report_of("_links.jsonl", text.encode("utf-8", "surrogatepass")) == report
    assert text.count("\n") == len(report.states) + 1


@given(st.lists(LOOKS, max_size=5), st.integers(0, 60))
def test_a_run_that_was_cut_off_loses_only_what_was_not_written(looks: list[Look], cut: int) -> None:
    """A line without its end is no line."""
    lines = [run_head(date(2026, 3, 10)).encode(), *(look_line(look).encode("utf-8", "surrogatepass") for look in looks)]
    whole = b"".join(lines)
    start = whole[: max(len(lines[0]), len(whole) - cut)]
    run = run_of("x", start)
    assert not isinstance(run, list)
    complete = start.count(b"\n") - 1
    assert run == (date(2026, 3, 10), looks[:complete])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "LINKS-001", 1),
        ("{", "LINKS-001", 1),
        ("[]\n", "LINKS-001", 1),
        ('{"link-report": 2}\n' + STATE, "LINKS-001", 1),
        ('{"link-run": 1, "on": "2026-03-10"}\n', "LINKS-001", 1),
        (HEAD + STATE + "what is this\n", "LINKS-002", 3),
        (HEAD + STATE.replace("https", "ftp"), "LINKS-002", 2),
        (HEAD + STATE.replace("2026-03-10", "2026-02-30"), "LINKS-002", 2),
        (HEAD + STATE.replace("}", ', "failures": "none"}'), "LINKS-002", 2),
        (HEAD + STATE.replace("}", ', "failures": [["2026-03-10"]]}'), "LINKS-002", 2),
        (HEAD + STATE.replace("}", ', "moved_to": "javascript:alert(1)"}'), "LINKS-002", 2),
        (HEAD + "[" * 100_000 + "\n", "LINKS-002", 2),
        (HEAD + "\udce9\n", "LINKS-002", 2),
    ],
)
def test_what_is_no_report_of_this_version_is_a_problem_with_its_line(text: str, code: str, line: int) -> None:
    """Told as all problems are."""
    problems = report_of("data/_links.jsonl", text.encode("utf-8", "surrogateescape"))
    assert isinstance(problems, list)
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]
    assert "fix:" in as_text(problems[0])


def test_a_folder_is_read_with_its_report() -> None:
    """And refused with a report that cannot be read."""
    sound = read([DataFile("_links.jsonl", "data/_links.jsonl", (HEAD + STATE).encode())])
    assert sound.links == LinkReport({"https://example.org": LinkState("https://example.org", date(2026, 3, 10))})
    other = read([DataFile("_links.jsonl", "data/_links.jsonl", b'{"link-report": 7}\n')])
    assert (other.is_sound, other.links, [problem.code for problem in other.problems]) == (False, None, ["LINKS-001"])
    assert read([]).links is None
