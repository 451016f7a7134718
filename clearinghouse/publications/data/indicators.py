"""Indicators as data: an activity comes in, its indicators leave in the plan's words, answered, with how that was worked out."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from clearinghouse.catalogue.catalogue import Catalogue
from clearinghouse.catalogue.indicators.answering import answers
from clearinghouse.catalogue.indicators.answers import Answer, Cadence, Count, Deliverable, Result, Share
from clearinghouse.publications.collections.delivery.answers import answer_words, period_words, query_words
from clearinghouse.publications.collections.delivery.indicators import RULES
from clearinghouse.publications.data.document import Shape
from clearinghouse.records.collections.activity import Activity


class Working(Shape):
    """How an answer was worked out; what an indicator of its type does not ask for is null."""

    rule: str = Field(description="What makes a result, in words.")
    question: str | None = Field(description="Of a number of records: what is counted, in words.")
    years: str | None = Field(description="In which years.")
    records: tuple[str, ...] | None = Field(description="The records that count or show it, as collection/id.")
    looked_at: int | None = Field(description="Of how many.")
    left_out: Mapping[str, int] | None = Field(description="How many others do not count, by reason.")
    periods: tuple[str, ...] | None = Field(description="Of a cadence: the periods that are over.")
    filled: tuple[str, ...] | None = Field(description="Of a cadence: those of them into which a record falls.")
    states: Mapping[str, tuple[str, ...]] | None = Field(description="Of a number of member states: their codes by yes, no and unknown.")
    pages: tuple[str, ...] | None = Field(description="Pages elsewhere that show it.")


class IndicatorAnswer(Shape):
    """An indicator in the plan's words, and what the records say to it."""

    activity: str = Field(description="The activity, as plan/number.")
    sub_activity: str | None = Field(description="The part of it in whose row it is; null where it is in the activity's own.")
    wording: str = Field(description="Exactly what the plan says.")
    type: str | None = Field(description="What kind of answer it asks for; null where nobody has typed it.")
    result: Result = Field(description="By the rule; that no record shows something is never `not met`.")
    answer: str = Field(description="The answer in a sentence.")
    working: Working = Field(description="How it was worked out.")


def indicator_answers(activity: Activity, catalogue: Catalogue) -> Iterator[IndicatorAnswer]:
    """All indicators of an activity and of its parts."""
    for part, answer in answers(activity, catalogue):
        yield IndicatorAnswer(
            activity=activity.id,
            sub_activity=None if part is activity else getattr(part, "id", None),
            wording=answer.indicator.wording,
            type=answer.indicator.type,
            result=answer.result,
            answer=answer_words(answer),
            working=_working(answer),
        )


def _working(answer: Answer) -> Working:
    values: dict[str, object] = dict.fromkeys(Working.model_fields)
    values["rule"] = RULES[type(answer)]
    if isinstance(answer, Count | Deliverable):
        values["records"] = tuple(record.key for record in answer.records)
    if isinstance(answer, Count):
        left_out = {reason.one: len(records) for reason, records in answer.left_out.items()}
        values |= {"question": query_words(answer.query), "years": str(answer.years), "looked_at": len(answer.looked_at)}
        values["left_out"] = left_out
    if isinstance(answer, Cadence):
        values |= {name: tuple(period_words(period) for period in getattr(answer, name)) for name in ("periods", "filled")}
    if isinstance(answer, Share):
        values["states"] = {name: getattr(answer, name) for name in ("yes", "no", "unknown")}
    if isinstance(answer, Deliverable):
        values["pages"] = tuple(source.url for source in answer.sources)
    return Working.model_validate(values)
