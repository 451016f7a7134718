"""Collections: which folder of data/ holds which type of record, in the order in which a site presents them."""

from collections.abc import Mapping
from types import MappingProxyType

from clearinghouse.records.collections.activity import Activity
from clearinghouse.records.collections.document import Document
from clearinghouse.records.collections.figure import Figure
from clearinghouse.records.collections.legislation import LegislationStatus
from clearinghouse.records.collections.network import Network
from clearinghouse.records.collections.plan import Plan
from clearinghouse.records.collections.programme import Programme
from clearinghouse.records.collections.project import Project
from clearinghouse.records.collections.record import Record
from clearinghouse.records.collections.training import Training
from clearinghouse.records.collections.update import Update
from clearinghouse.records.collections.workshop import Workshop

AnyRecord = Record | Activity

COLLECTIONS: Mapping[str, type[AnyRecord]] = MappingProxyType(
    {
        model.collection: model
        for model in (Plan, Activity, Training, Workshop, Programme, LegislationStatus, Document, Network, Project, Figure, Update)
    }
)
"""Record types by collection."""

LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "plans": ("plan", "plans"),
        "activities": ("activity", "activities"),
        "trainings": ("training", "trainings"),
        "workshops": ("workshop or meeting", "workshops and meetings"),
        "programmes": ("programme", "programmes"),
        "legislation": ("legislation status", "legislation statuses"),
        "documents": ("document", "documents"),
        "networks": ("network", "networks"),
        "projects": ("project", "projects"),
        "figures": ("figure", "figures"),
        "updates": ("update", "updates"),
    }
)
"""What one record of a collection is called, and what several are."""
