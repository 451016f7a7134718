"""Kinds, states of affairs and other short closed lists, in the plans' words where the plans have one."""

TRAINING_KINDS = ("training", "training of trainers", "e-learning", "study visit")
WORKSHOP_KINDS = (
    "workshop",
    "seminar",
    "webinar",
    "focused group discussion",
    "conference",
    "meeting",
    "campaign",
    "awareness programme",
    "study",
    "observance",
    "operation",
)
PROGRAMME_KINDS = (
    "academy",
    "training centre",
    "laboratory",
    "detector dogs",
    "operations centre",
    "e-learning",
    "curriculum",
    "degree",
    "fellowship",
    "network",
    "identification material",
)
RUNNING = {"yes": "Still running", "no": "No longer running", "unsure": "Not certain that it still runs"}
"""Whether a programme still runs, in words; the last says that somebody looked and found no source that says so."""
FEES = {"free": "Free of charge", "not free": "Not free of charge"}
OFFER_KINDS = ("offer", "request")
EXCHANGED = (
    "seats",
    "trainers",
    "study visit",
    "laboratory",
    "equipment",
    "detector dogs",
    "expertise",
    "teaching material",
    "data",
)
"""What offices share with one another."""
OPENNESS = {"open": "Open", "past": "Past"}
"""Whether somebody can still answer an offer or a request."""
DOCUMENT_KINDS = (
    "plan",
    "national plan",
    "strategy",
    "rules",
    "statement",
    "handbook",
    "guidelines",
    "guide",
    "toolkit",
    "tool",
    "report",
    "project report",
    "law text",
    "annual report",
)
NETWORK_KINDS = (
    "ASEAN body",
    "predecessor",
    "clearing house",
    "treaty body",
    "consortium",
    "ICCWC member",
    "customs network",
    "NGO",
    "donor programme",
    "training body",
    "sister network",
    "national network",
    "national authority",
    "laboratory",
    "regional body",
)

EVENT_STATUSES = ("announced", "confirmed", "postponed", "cancelled", "held", "unconfirmed")
MODES = ("in person", "online", "hybrid")
CONFIDENCES = ("high", "medium", "low")
CHECKERS = ("import", "editors", "member state")
"""Who held a record against its source: whoever entered it from there, the editors of the site, or an office of the state."""
CHANGES = ("confirmed", "moved", "postponed", "cancelled", "held", "updated", "corrected", "assessed", "withdrawn")
LAW_STATUSES = ("in force", "amended", "replaced", "repealed", "draft")
LAW_RELATIONS = {"amends": "amended_by", "replaces": "replaced_by", "repeals": "repealed_by"}
"""How a later law stands to an earlier one, and how the earlier one then stands to it."""
LAW_SUBJECTS = (
    "wildlife and CITES",
    "forests and timber",
    "fisheries",
    "protected areas",
    "environment",
    "criminal law",
    "customs and trade",
    "organisation of offices",
)
PENALTY_SUBJECTS = ("wildlife", "timber")
PENALTY_STATUSES = ("in force", "being checked", "replaced")
PUNISHED = ("persons", "companies", "persons and companies")
CURRENCIES = ("BND", "IDR", "KHR", "LAK", "MMK", "MYR", "PHP", "SGD", "THB", "USD", "VND")
"""In which the laws of member states give fines, by their codes in ISO 4217."""
CATEGORIES = ("1", "2", "3", "not-1", "non-party", "unknown")
REQUIREMENTS = ("authorities", "prohibition", "penalties", "confiscation")
OFFICE_ROLES = (
    "CITES management authority",
    "CITES scientific authority",
    "ministry",
    "forests and wildlife",
    "agriculture and fisheries",
    "customs",
    "police",
    "prosecution and justice",
)
MET = ("yes", "no", "partly", "unknown")
DELIVERIES = ("no evidence found", "under way", "partly delivered", "delivered", "discontinued")
"""How far an activity has come; the first says what a search found, never that nothing was done."""
PROGRESSES = ("not started", "under way", "on track", "delayed", "completed", "stopped")
"""How an activity of a project stands, where a report says so; never how far an activity of a plan has come."""
VERIFIERS = ("public sources", "member state", "secretariat")
"""Who stands for a delivery: it was found in public sources, reported by a member state, or checked by the secretariat."""
INDICATOR_TYPES = ("deliverable", "count", "share", "cadence", "narrative")
"""What an indicator asks for: something that exists, a number of records, a number of states, how regularly, or words."""
SPECIES_KINDS = ("mammals", "birds", "reptiles", "fishes", "invertebrates", "plants")
APPENDICES = ("I", "II", "III")
"""The Appendices of CITES."""
REPORT_KINDS = ("seizures", "legal trade")
"""What a member state reports on, each apart."""
SHARES = ("category 1", *REQUIREMENTS)
"""What can be asked of each member state's legislation."""
SOURCE_GAPS = ("indicators", "timeline", "responsible")
