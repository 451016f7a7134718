"""Topics: what a training, workshop or programme is about."""

from clearinghouse.vocabulary.terms import Term, TermList

_LAW = "Law and courts"
_CASES = "Investigation"
_BORDERS = "Borders and transport"
_SPECIES = "Species and specimens"
_FORESTS = "Forests and timber"
_TOGETHER = "Working together"
_PEOPLE = "People and institutions"

TOPICS = TermList(
    "topics",
    (
        Term("cites", "CITES", _LAW, synonyms=("cites permits", "permits", "non-detriment findings", "trade data")),
        Term("wildlife-law", "Wildlife law", _LAW, synonyms=("wildlife trade law", "national laws", "law", "ra 9147", "legal research")),
        Term("law-reform", "Law reform and penalties", _LAW, synonyms=("law reform", "penalties", "law drafting")),
        Term("prosecution", "Prosecution", _LAW, synonyms=("multi-statute charging", "case handling", "case management", "case sharing")),
        Term(
            "courts",
            "Courts and sentencing",
            _LAW,
            synonyms=(
                "court procedure",
                "court preparation",
                "courtroom practice",
                "trial advocacy",
                "mock trial",
                "sentencing",
                "victim impact statements",
            ),
        ),
        Term("evidence", "Evidence", _LAW, synonyms=("expert evidence", "chain of custody", "report writing")),
        Term("mutual-legal-assistance", "Mutual legal assistance", _LAW, synonyms=("legal cooperation",)),
        Term(
            "investigation",
            "Investigation",
            _CASES,
            synonyms=(
                "criminal investigation",
                "investigation management",
                "interviewing",
                "wildlife crime",
                "wildlife trafficking",
                "counter wildlife trafficking",
                "smuggling",
            ),
        ),
        Term("crime-scene", "Crime scene", _CASES),
        Term(
            "search-and-seizure",
            "Search, seizure and arrest",
            _CASES,
            synonyms=(
                "search and seizure",
                "arrest",
                "arrest technique",
                "arrest and seizure",
                "raid planning",
                "road blocks",
                "detection",
            ),
        ),
        Term("surveillance", "Surveillance", _CASES),
        Term(
            "covert-operations",
            "Covert operations and informants",
            _CASES,
            synonyms=("covert operations", "undercover investigation", "undercover operations", "informants"),
        ),
        Term("controlled-delivery", "Controlled delivery", _CASES),
        Term(
            "intelligence",
            "Intelligence and analysis",
            _CASES,
            synonyms=("criminal intelligence", "criminal intelligence analysis", "intelligence analysis", "operational planning"),
        ),
        Term("open-source-intelligence", "Open-source intelligence", _CASES),
        Term("cybercrime", "Wildlife cybercrime and online trade", _CASES, synonyms=("wildlife cybercrime", "online trade")),
        Term("digital-evidence", "Digital evidence and forensics", _CASES, synonyms=("digital evidence", "digital forensics")),
        Term(
            "money-laundering",
            "Money laundering and financial investigation",
            _CASES,
            synonyms=("money laundering", "financial investigation"),
        ),
        Term(
            "organised-crime",
            "Organised and transnational crime",
            _CASES,
            synonyms=("organised crime", "transnational crime", "transnational investigation"),
        ),
        Term("corruption", "Corruption", _CASES),
        Term(
            "customs-control",
            "Customs control and border inspection",
            _BORDERS,
            synonyms=("customs control", "border inspection", "border trade", "market inspection"),
        ),
        Term(
            "risk-management", "Risk management and profiling", _BORDERS, synonyms=("risk management", "risk profiling", "risk assessment")
        ),
        Term(
            "airports-seaports",
            "Airports, seaports and cargo",
            _BORDERS,
            synonyms=("airport", "air cargo", "sea cargo", "seaports", "containers", "transport sector", "africa-asia routes"),
        ),
        Term(
            "species-identification",
            "Species identification",
            _SPECIES,
            synonyms=("wildlife identification", "identification", "ivory and rhino horn identification"),
        ),
        Term("forensics", "Wildlife forensics and DNA", _SPECIES, synonyms=("forensics", "dna")),
        Term(
            "wildlife-handling",
            "Handling and rescue of live animals",
            _SPECIES,
            synonyms=("wildlife handling", "live animal handling", "rescue", "farmed wildlife"),
        ),
        Term(
            "ivory-rhino-horn",
            "Ivory and rhino horn",
            _SPECIES,
            synonyms=("ivory", "rhino horn", "craft villages", "elephants", "rhinoceroses"),
        ),
        Term("sharks-rays", "Sharks and rays", _SPECIES, synonyms=("sharks and rays", "sharks")),
        Term("pangolins-reptiles", "Pangolins and reptiles", _SPECIES, synonyms=("pangolins", "reptiles")),
        Term(
            "timber",
            "Timber and tree species",
            _FORESTS,
            synonyms=(
                "rosewood",
                "agarwood",
                "tree species",
                "timber identification",
                "timber inspection",
                "disposal of confiscated timber",
            ),
        ),
        Term("timber-legality", "Timber legality and FLEG", _FORESTS, synonyms=("fleg", "flegt vpa", "timber legality", "participation")),
        Term("forest-crime", "Forest crime", _FORESTS, synonyms=("forestry crime", "illegal logging", "illegal timber", "timber theft")),
        Term("patrol", "Patrol and snares", _FORESTS, synonyms=("patrol", "patrol leadership", "snares")),
        Term(
            "inter-agency-coordination",
            "Coordination between agencies",
            _TOGETHER,
            synonyms=("inter-agency coordination", "national network", "joint investigation", "joint operations"),
        ),
        Term(
            "international-cooperation",
            "International and cross-border cooperation",
            _TOGETHER,
            synonyms=(
                "international cooperation",
                "regional cooperation",
                "cross-border cooperation",
                "border cooperation",
                "eu-asean cooperation",
            ),
        ),
        Term(
            "information-exchange",
            "Exchange of information and data",
            _TOGETHER,
            synonyms=("information exchange", "intelligence exchange", "intelligence sharing", "seizure data", "data", "trends"),
        ),
        Term(
            "training-of-trainers",
            "Training of trainers and curricula",
            _PEOPLE,
            synonyms=("training of trainers", "curriculum", "joint training plan"),
        ),
        Term(
            "awareness",
            "Awareness and prevention",
            _PEOPLE,
            synonyms=("awareness", "communication", "prevention", "community enforcement", "one health"),
        ),
        Term("private-sector", "Working with the private sector", _PEOPLE, synonyms=("private sector",)),
        Term(
            "planning",
            "Leadership, planning and lessons learned",
            _PEOPLE,
            synonyms=("leadership", "work planning", "project planning", "strategy drafting", "guidelines", "lessons learned"),
        ),
    ),
)
