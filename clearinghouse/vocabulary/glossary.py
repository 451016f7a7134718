"""Glossary: the terms of the field that readers need, with plain meanings; pages explain them in place, /glossary/ lists them.

A new term is an entry here. A meaning is a plain sentence or two, and names what it rests on: an article of the Convention, a
standard at its publisher's, an address that records cite as well, or a record. An entry without one is marked as our own wording.
"""

from dataclasses import dataclass

from clearinghouse.vocabulary.terms import Term, TermList

_TABLE = ("CITES Secretariat, status of legislative progress", "https://cites.org/eng/legislation/parties")
_REQUIREMENTS = (
    "CITES CoP18 Doc. 26 (Rev. 1), copy",
    "https://fdocuments.net/document/original-language-english-cop18-doc-convention-on-citesorgsitesdefaultfilesengcop18doce-cop18-026-r1pdf.html",
)
_PROJECT = ("CITES Secretariat, National Legislation Project", "https://cites.org/eng/legislation/National_Legislation_Project")
_TEXT, _APPENDICES = "https://cites.org/eng/disc/text.php", ("CITES Appendices I, II and III", "https://cites.org/eng/app/appendices.php")
_PARTNERS = ("CITES Secretariat, partners of ICCWC", "https://cites.org/eng/prog/iccwc/partners.php")
_GROUP = (
    "DENR International Affairs, Philippines",
    "https://intl.denr.gov.ph/asean-menu/asean-groups/asean-working-groups/article/18-asean-working-group-on-cites-and-wildlife-enforcement-awg-cites-we",
)
_CONVENTION, _LAW, _ASEAN, _WORK, _SITE = "The Convention", "National law", "ASEAN", "Enforcement", "This site"


@dataclass(frozen=True)
class Entry(Term):
    """A term. long: what its letters stand for; meaning: in plain words; spellings: other ways in which pages write it, letter by
    letter; source: what the meaning rests on, its name and its address or the key of a record; record: the key of the record that
    says more; more: the name and the address of a page that does; is_explained: whether pages explain it where they use it."""

    long: str = ""
    meaning: str = ""
    spellings: tuple[str, ...] = ()
    source: tuple[str, str] | None = None
    record: str = ""
    more: tuple[str, str] | None = None
    is_explained: bool = True


def _entry(label: str, group: str, long: str, meaning: str, *spellings: str, source: tuple[str, str] | None = None,
           record: str = "", more: tuple[str, str] | None = None, is_explained: bool = True) -> Entry:  # fmt: skip
    slug = "-".join(label.lower().replace(". ", " ").replace(".", "-").split())
    return Entry(slug, label, group, long=long, meaning=meaning, spellings=spellings, source=source, record=record, more=more,
                 is_explained=is_explained)  # fmt: skip


GLOSSARY = TermList(
    "glossary",
    (
        # The Convention
        _entry("CITES", _CONVENTION, "Convention on International Trade in Endangered Species of Wild Fauna and Flora",
               "An agreement between states. It controls trade across borders in listed animals and plants, and in what is made of them.",
               source=("CITES, Articles I and II", _TEXT), record="networks/net-cites"),
        _entry("Party", _CONVENTION, "", "A state that has joined CITES and is bound by it.", "Parties",
               source=("CITES, Article I", _TEXT), is_explained=False),
        _entry("Appendix I", _CONVENTION, "", "The CITES list of the species in most danger. Trade for business is not allowed, "
               "with few exceptions.", source=("CITES, Article II", _TEXT), more=_APPENDICES),
        _entry("Appendix II", _CONVENTION, "", "The CITES list of species in which trade is allowed only with permits, so that it "
               "does not put them in danger.", source=("CITES, Article II", _TEXT), more=_APPENDICES),
        _entry("Appendix III", _CONVENTION, "", "The CITES list of species that one state protects, and for which it asks other "
               "states for help.", source=("CITES, Article II", _TEXT), more=_APPENDICES),
        _entry("CITES permit", _CONVENTION, "", "A paper or electronic form. It must go with a listed animal or plant, or a part "
               "of it, when it crosses a border.", "CITES permits", source=("CITES, Article VI", _TEXT)),
        _entry("CoP", _CONVENTION, "Conference of the Parties", "The meeting of all states that have joined CITES. It decides "
               "which species are listed.", "CoP18", "CoP19", "CoP20", "Conference of the Parties",
               source=("CITES, Article XI", _TEXT)),
        _entry("Standing Committee", _CONVENTION, "", "The CITES committee that guides the work from one Conference of the Parties "
               "to the next. It also looks at how well states keep to CITES.", record="workshops/asean-2025-11-cites-sc79-80"),
        _entry("Animals Committee", _CONVENTION, "", "A group of experts who give advice to CITES on animals.",
               record="workshops/asean-2024-07-cites-ac33"),
        _entry("Article XIII", _CONVENTION, "", "The part of CITES that says what is done when trade harms a species, or when a "
               "state does not carry out CITES well.", source=("CITES, Article XIII", _TEXT)),
        _entry("Non-detriment finding", _CONVENTION, "Short form: NDF", "The finding of a Scientific Authority that an export does "
               "not harm the species in the wild.", "non-detriment findings", "non-detriment finding", "NDF",
               source=("CITES, Articles III and IV", _TEXT)),
        _entry("National ivory action plan", _CONVENTION, "Short form: NIAP", "A plan in which a state says how it stops illegal "
               "trade in ivory, and reports on that to CITES.", "National Ivory Action Plan", "national ivory action plan",
               "national ivory action plans", "NIAP", record="documents/doc-la-niap"),
        _entry("Annual illegal trade report", _CONVENTION, "", "The report of a Party to the CITES Secretariat on its seizures in a "
               "year.", "annual illegal trade reports", "annual illegal trade report"),
        _entry("Specimen", _CONVENTION, "", "In CITES, an animal or plant, alive or dead, or a part or product of it.",
               source=("CITES, Article I", _TEXT), is_explained=False),
        # National law
        _entry("National Legislation Project", _LAW, "Short form: NLP", "The work in which the CITES Secretariat looks at how well "
               "the law of each state carries out the Convention.", "NLP", source=_PROJECT),
        _entry("Category 1", _LAW, "", "In general, the law meets all four minimum requirements of CITES.", source=_TABLE),
        _entry("Category 2", _LAW, "", "The law meets one to three of the four minimum requirements of CITES.", source=_TABLE),
        _entry("Category 3", _LAW, "", "The law meets none of the four minimum requirements of CITES.", source=_TABLE),
        _entry("Conf. 8.4", _LAW, "Resolution Conf. 8.4", "The resolution of CITES on what a national law must do at least. It "
               "must name the offices in charge, ban illegal trade, punish it, and let the state take the goods.",
               "Resolution Conf. 8.4", source=_REQUIREMENTS),
        _entry("Management Authority", _LAW, "", "The office of a state that issues CITES permits and answers for CITES.",
               "Management Authorities", source=_REQUIREMENTS),
        _entry("Scientific Authority", _LAW, "", "The office of a state that advises on whether trade harms a species.",
               "Scientific Authorities", source=_REQUIREMENTS),
        _entry("Enforcement Authority", _LAW, "", "An office that acts to stop illegal trade, such as customs, police or rangers.",
               "Enforcement Authorities"),
        _entry("Confiscation", _LAW, "", "When a state takes illegal goods for good, by law.", source=("CITES, Article VIII", _TEXT),
               is_explained=False),
        _entry("MLA", _LAW, "mutual legal assistance", "Help between states in a criminal case, such as sending evidence that a "
               "court can use.", "mutual legal assistance", "Mutual legal assistance", record="documents/doc-handbook-2021"),
        # ASEAN
        _entry("ASEAN", _ASEAN, "Association of Southeast Asian Nations", "The eleven states of Southeast Asia that this site is about.",
               record="networks/net-asean", is_explained=False),
        _entry("AWG CITES and WE", _ASEAN, "ASEAN Working Group on CITES and Wildlife Enforcement", "The group of ASEAN officials "
               "whose plans this site follows.", "AWG-CITES and WE", source=_GROUP, record="networks/net-awg"),
        _entry("ASEAN-WEN", _ASEAN, "ASEAN Wildlife Enforcement Network", "The network that came before the working group.",
               source=("ASEAN Wildlife Enforcement Network (ASEAN-WEN)", "networks/net-asean-wen")),
        _entry("AEG-CITES", _ASEAN, "ASEAN Experts Group on CITES", "The group of experts that came before the working group.",
               source=("12th Meeting of the ASEAN Experts Group on CITES", "workshops/asean-2016-03-aeg-cites-12"),
               record="networks/net-awg"),
        _entry("ASOF", _ASEAN, "ASEAN Senior Officials on Forestry", "The senior officials to whom the working group reports.",
               source=_GROUP, record="networks/net-awg"),
        _entry("AMAF", _ASEAN, "ASEAN Ministers on Agriculture and Forestry", "The ministers for farms and forests. The senior "
               "officials report to them.",
               source=("38th Meeting of the ASEAN Ministers on Agriculture and Forestry", "workshops/asean-2016-10-amaf-38")),
        _entry("AMMTC", _ASEAN, "ASEAN Ministerial Meeting on Transnational Crime", "The meeting of ministers on crime across "
               "borders.", source=("10th ASEAN Ministerial Meeting on Transnational Crime", "workshops/asean-2015-10-ammtc-10")),
        _entry("SOMTC", _ASEAN, "Senior Officials Meeting on Transnational Crime", "The meeting of senior officials on crime "
               "across borders. One of its working groups is on wildlife and timber.",
               source=("FLEG Work Plan 2016-2025, activity 3.2.3", "activities/fleg-2016-2025/3.2.3"),
               record="networks/net-somtc-wg"),
        _entry("ASEANAPOL", _ASEAN, "", "The body through which the police of ASEAN work together.", record="networks/net-aseanapol"),
        _entry("FLEG", _ASEAN, "Forest Law Enforcement and Governance", "Work to keep forestry and the timber trade within the "
               "law. One of the plans on this site is about it.", source=("FLEG Work Plan 2016-2025", "plans/fleg-2016-2025")),
        _entry("FLEGT", _ASEAN, "Forest Law Enforcement, Governance and Trade", "The programme of the European Union on legal timber.",
               record="networks/net-flegt"),
        _entry("CHM", _ASEAN, "clearing house mechanism", "A place where states share information on one subject. The ASEAN Forest "
               "CHM is the place for forests.", "Clearing House Mechanism",
               source=("Plan of Action 2016-2020, activity 4.2.2", "activities/poa-2016-2020/4.2.2")),
        # Enforcement
        _entry("ICCWC", _WORK, "International Consortium on Combating Wildlife Crime", "Five bodies that help states together. "
               "They are the CITES Secretariat, INTERPOL, UNODC, the World Bank and the WCO.", source=_PARTNERS,
               record="networks/net-iccwc"),
        _entry("INTERPOL", _WORK, "International Criminal Police Organization", "The organisation through which the police of the world "
               "work together.", record="networks/net-interpol"),
        _entry("UNODC", _WORK, "United Nations Office on Drugs and Crime", "The office of the United Nations that helps states against "
               "crime.", record="networks/net-unodc"),
        _entry("WCO", _WORK, "World Customs Organization", "The organisation of the customs of the world.", record="networks/net-wco"),
        _entry("WEN", _WORK, "wildlife enforcement network", "Offices of one or more states that work together to stop wildlife "
               "crime.", "WENs", "wildlife enforcement networks", "wildlife enforcement network"),
        _entry("Controlled delivery", _WORK, "", "Letting an illegal shipment go on under watch, to find those behind it.",
               "controlled delivery"),
        _entry("Chain of custody", _WORK, "", "The written record of who had a piece of evidence, from the seizure to the court.",
               "chain of custody"),
        _entry("Seizure", _WORK, "", "When officers take goods that may be illegal. A court decides later.", is_explained=False),
        _entry("Transit", _WORK, "", "Passing through a state on the way to another one.", is_explained=False),
        # This site
        _entry("Evidence", _SITE, "", "A record that shows work on an activity of a plan in the years of the plan.", is_explained=False),
        _entry("Confidence", _SITE, "", "How sure a record is, by its sources: high, medium or low.", is_explained=False),
        _entry("RSS", _SITE, "Really Simple Syndication", "A list of what is new that other programs can read. Also called a feed.",
               source=("RSS 2.0", "https://www.rssboard.org/rss-specification")),
        _entry("OPML", _SITE, "Outline Processor Markup Language", "A file with a list of feeds, for feed readers.",
               source=("OPML 2.0", "https://opml.org/spec2.opml")),
        _entry("iCalendar", _SITE, "", "The format in which calendars of phones and computers share dates (files that end in "
               ".ics).", source=("IETF RFC 5545", "https://datatracker.ietf.org/doc/rfc5545/")),
        _entry("JSON", _SITE, "JavaScript Object Notation", "A text format for data that programs read.",
               source=("IETF RFC 8259", "https://www.rfc-editor.org/info/rfc8259")),
        _entry("CSV", _SITE, "comma-separated values", "A simple table file that every spreadsheet program opens.",
               source=("IETF RFC 4180", "https://datatracker.ietf.org/doc/rfc4180")),
    ),
)  # fmt: skip
