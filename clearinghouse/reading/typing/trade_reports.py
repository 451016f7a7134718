"""Trade reports among one another: of a state, a kind and a period one report holds, and corrections lead to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clearinghouse.problems.problem import Problem
from clearinghouse.problems.trade.reports import REPORT_003, REPORT_004
from clearinghouse.reading.files.strict_yaml import Document
from clearinghouse.reading.typing.references import Documents, Records
from clearinghouse.records.collections.trade.trade_report import TradeReport
from clearinghouse.vocabulary.nearest import nearest


def unmarked(documents: Documents, records: Records) -> Iterator[Problem]:
    """Reports beside another one that they do not correct, and corrections that lead to no report of their subject.

    A draft reports nothing; what was withdrawn may be corrected.
    """
    reports = [record for record in records[TradeReport.collection].values() if isinstance(record, TradeReport) and not record.draft]
    by_subject: dict[tuple[str, str, str], list[TradeReport]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: (report.published, report.id)):
        by_subject[report.subject].append(report)
    for alike in by_subject.values():
        yield from _of_one_subject({report.id: report for report in alike}, documents[TradeReport.collection])


def _of_one_subject(reports: Mapping[str, TradeReport], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """All but the first correct another one, each another, and never in a circle. The earliest stand first."""
    corrections: dict[str, str] = {}
    for report in reports.values():
        corrected = report.corrects
        if corrected is None or (corrected in documents and corrected not in reports):
            continue  # what has problems of its own is not known well enough
        if corrected not in reports:
            near = nearest(corrected, reports.keys() - {report.id}) or ""
        elif corrected in corrections:
            near = _holding(corrected, corrections)
        elif report.id in _way(report, reports):
            near = ""
        else:
            corrections[corrected] = report.id
            continue
        yield REPORT_004.at(documents[report.id].place(("corrects",)), found=corrected, near=near)
    firsts = [report for report in reports.values() if report.corrects is None and report.withdrawn is None]
    for report in firsts[1:]:
        other = _holding(firsts[0].id, corrections)
        yield REPORT_003.at(documents[report.id].place(("period",)), found=str(report.period), other=other)


def _holding(report: str, corrections: Mapping[str, str]) -> str:
    """The report at which the corrections of one end."""
    while report in corrections:
        report = corrections[report]
    return report


def _way(report: TradeReport, reports: Mapping[str, TradeReport]) -> set[str]:
    """The reports to which one leads from correction to what is corrected; itself, where that is a circle."""
    way: set[str] = set()
    at = report.corrects
    while at and at in reports and at not in way:
        way.add(at)
        at = reports[at].corrects
    return way
