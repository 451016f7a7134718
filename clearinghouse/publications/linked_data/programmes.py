"""Programmes in linked data: courses, courses of study, material to learn from, and services that can be shared."""

from clearinghouse.publications.linked_data.block import CONFORMS
from clearinghouse.publications.linked_data.names import Names, Thing, audience_of, keywords_of, organisation, place, stated, states
from clearinghouse.records.collections.programme import Programme

PROFILE = "https://bioschemas.org/profiles/Course/1.0-RELEASE"
_FREE = {"free": True, "not free": False}


def programme(record: Programme, names: Names) -> Thing:
    """A programme, by its kind."""
    if record.kind in ("e-learning", "curriculum"):
        return _course(record, names)
    if record.kind == "identification material":
        return names.thing(record, "LearningResource", **_work(record))
    if record.kind in ("degree", "fellowship"):
        credential = record.access.certificate if record.access else None
        owner = organisation(record.provider)
        return names.thing(
            record, "EducationalOccupationalProgram", provider=owner, educationalCredentialAwarded=credential, sameAs=record.url
        )
    if record.kind == "network":
        return names.thing(record, "Organization", areaServed=states(record.countries), sameAs=record.url)
    return _service(record, names)


def _course(record: Programme, names: Names) -> Thing:
    """A course. It keeps to the profile of Bioschemas where it has all that this asks for."""
    credential = record.access.certificate if record.access else None
    instance = stated(type_="CourseInstance", courseMode="online") if record.kind == "e-learning" else None
    profile = {CONFORMS: {"@id": PROFILE}} if record.topics else {}
    return {
        **names.thing(record, "Course", **_work(record), educationalCredentialAwarded=credential, hasCourseInstance=instance),
        **profile,
    }


def _work(record: Programme) -> Thing:
    return {
        "provider": organisation(record.provider),
        "audience": audience_of(record.audience),
        "keywords": keywords_of(record.topics),
        "inLanguage": list(record.languages),
        "isAccessibleForFree": _FREE[record.fee] if record.fee else None,
        "sameAs": record.url,
    }


def _service(record: Programme, names: Names) -> Thing:
    """An academy, a laboratory, dogs or a centre: what others can ask for, and where."""
    here = place(record.place, record.host)
    return names.thing(
        record,
        "Service",
        serviceType=record.kind,
        provider=organisation(record.provider),
        audience=audience_of(record.audience),
        areaServed=states(record.countries),
        availableChannel=stated(type_="ServiceChannel", serviceLocation=here) if here else None,
        sameAs=record.url,
    )
