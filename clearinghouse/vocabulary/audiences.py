"""Audiences: for whom a training or workshop is, grouped in the order in which PoA 4.1.2 lists them."""

from clearinghouse.vocabulary.terms import Term, TermList

_BORDER = "Customs and border guards"
_POLICE = "Police and other law enforcement officers"
_NATURE = "Forestry, wildlife, fisheries and quarantine"
_COURTS = "Prosecutors and judges"
_PORTS = "Ports, airports and private sectors"
_OTHERS = "CITES authorities and others"

AUDIENCES = TermList(
    "audiences",
    (
        Term("customs", "Customs", _BORDER, "Customs"),
        Term(
            "border-officers",
            "Border officers",
            _BORDER,
            "border guards",
            ("border protection officers", "border and checkpoint officers", "checkpoint officers", "immigration"),
        ),
        Term("police", "Police", _POLICE, "police", ("police of member countries",)),
        Term("environmental-police", "Environmental police", _POLICE),
        Term("coast-guard", "Coast guard and navy", _POLICE, synonyms=("coast guard", "navy", "water police")),
        Term("investigators", "Investigators", _POLICE, synonyms=("national bureau of investigation", "civil service investigators")),
        Term(
            "financial-intelligence",
            "Financial intelligence and compliance",
            _POLICE,
            synonyms=(
                "financial intelligence",
                "anti-money-laundering unit",
                "anti-money-laundering staff",
                "compliance staff",
                "tax inspectors",
            ),
        ),
        Term("anti-corruption-bodies", "Anti-corruption bodies", _POLICE),
        Term("market-inspectors", "Market and trade inspectors", _POLICE, synonyms=("market inspectors", "trade inspectors")),
        Term(
            "enforcement-agencies",
            "Several enforcement agencies",
            _POLICE,
            "other law enforcement officers",
            (
                "enforcement agencies",
                "enforcement agencies, several",
                "law enforcement officers",
                "enforcement officers",
                "law enforcement",
                "enforcement authorities",
                "multi-agency",
                "provincial task force",
                "analysts",
            ),
        ),
        Term(
            "quarantine-veterinary",
            "Quarantine and veterinary inspectors",
            _NATURE,
            "quarantine and veterinary inspectors",
            ("quarantine", "veterinary inspectors", "veterinary officers"),
        ),
        Term(
            "forest-officers",
            "Forest officers",
            _NATURE,
            "Forestry Department",
            ("forest inspectors", "forest officials", "forestry officials", "forestry officers", "provincial forestry officers"),
        ),
        Term("rangers", "Rangers and protected areas", _NATURE, synonyms=("rangers", "forest rangers", "protected area directors")),
        Term("wildlife-officers", "Wildlife officers", _NATURE, "Wildlife Department", ("conservation officers", "wildlife enforcement")),
        Term("fisheries-officers", "Fisheries officers", _NATURE, "Fisheries Department"),
        Term("prosecutors", "Prosecutors", _COURTS, "prosecutor", ("procurators",)),
        Term("judges", "Judges", _COURTS, "judges"),
        Term("legal-officers", "Legal officers and practitioners", _COURTS, synonyms=("legal officers", "legal practitioners")),
        Term("port-authorities", "Port authorities", _PORTS, "port/airport authorities", ("port authority",)),
        Term(
            "airport-authorities",
            "Airport authorities and aviation security",
            _PORTS,
            "port/airport authorities",
            ("airport authority", "civil aviation authority", "aviation security", "airport staff"),
        ),
        Term(
            "transport-companies",
            "Airlines, shipping and cargo",
            _PORTS,
            synonyms=("airlines", "airline staff", "cargo handlers", "postal operators", "shipping companies", "transport and finance"),
        ),
        Term("private-sector", "Private sector", _PORTS, "private sectors", ("industry", "companies", "airport and private sector")),
        Term("cites-authorities", "CITES authorities", _OTHERS, "CITES authorities", ("cites authority", "cites parties", "parties")),
        Term(
            "policy-makers",
            "Policy makers and officials",
            _OTHERS,
            synonyms=("policy makers", "government officials", "officials", "government", "planners", "health officials"),
        ),
        Term("local-government", "Local government", _OTHERS),
        Term("communities", "Communities and the public", _OTHERS, synonyms=("communities", "local people", "public")),
        Term("civil-society", "Civil society", _OTHERS, synonyms=("ngos", "ngo")),
        Term(
            "academia",
            "Universities and scientists",
            _OTHERS,
            synonyms=("scientists", "universities", "law lecturers", "university lecturers", "academics", "graduates"),
        ),
        Term("students", "Students", _OTHERS, synonyms=("police students", "law students", "forestry students")),
        Term("trainers", "Trainers", _OTHERS),
    ),
)
