"""Sensitive: what a record's free text should not carry, as data: persons, papers, operational intelligence, exact places.

The site is public and its records are copied: what is out cannot be taken back. The rules point at what a reviewer
should look at; they judge nothing. They read English words, names in Latin letters, and numbers in any digits. They
do not see names in Thai, Lao, Khmer or Burmese letters, words of other languages, nor what only the context betrays.
"""

from dataclasses import dataclass

from clearinghouse.problems.kind import Kind
from clearinghouse.problems.sensitivity import SENSE_001, SENSE_002, SENSE_003, SENSE_004
from clearinghouse.problems.trade.reports import REPORT_005

NOT_AFTER, NOT_BEFORE = r"(?<![A-Za-z0-9_])", r"(?![A-Za-z0-9_])"

# Latin letters with and without marks; ranges that Python and JavaScript read alike.
_BIG, _SMALL = r"A-ZÀ-ÖØ-Þ\u0100-\u024f\u1e00-\u1eff", r"a-zß-öø-ÿ\u0100-\u024f\u1e00-\u1eff"
_OFFICES = (
    "Academy|Administration|Affairs|Agency|ASEAN|Asia|Association|Attorney|Authority|Border|Branch|Bureau|Cambodia|CITES|Centre|Center"
    "|College|Command|Commission|Committee|Convention|Council|Court|Crime|Customs|Department|Directorate|Division|Embassy|Enforcement"
    "|Environment|Facebook|Fisheries|Force|Forest|Forestry|Foundation|Fund|General|Government|Hotline|Indonesia|Institute|International"
    "|Investigation|Justice|Laboratory|Lao|Malaysia|Management|Ministry|Myanmar|National|Natural|Network|Office|Park|Parks|Philippines"
    "|Planning|Police|Programme|Project|Prosecutor|Protection|Regional|Registration|Republic|Resources|Royal|School|Secretariat|Section"
    "|Service|Singapore|Society|State|Station|Supreme|Task|Team|Thai|Thailand|Timor|Training|Unit|University|Viet|Vietnam|WhatsApp"
    "|Wildlife|Working|World|Contact|Tel|Telephone|Phone|Mobile|Mail|Fax|Line|Email|For|From|Please|The|Write|Apply|Details|See|In|On|At"
)
_PART = rf"(?!(?:{_OFFICES})(?![{_SMALL}]))[{_BIG}][{_SMALL}'’-]{{1,30}}"
_NAME = rf"(?<![{_BIG}{_SMALL}0-9_@.-]){_PART}(?: {_PART}){{1,3}}(?![{_SMALL}@])"
_HOST = r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
_MAIL = rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{{1,64}}@{_HOST}"
_PHONE = r"(?<![0-9A-Za-z./-])(?:\+ ?[0-9]|\(?0[0-9])(?:[ ().-]{0,2}[0-9]){6,13}(?![0-9A-Za-z])"
_ROLES = (
    "admin|cites|contact|customs|desk|enforcement|forest|forestry|general|help|info|international|law|legal|mail|media|national|office"
    "|police|press|project|public|regional|relations|secretariat|service|support|training|unit|we|wen|wildlife|working|group|awg"
)
_PERSONAL_MAIL = rf"{NOT_AFTER}(?!(?:{_ROLES})[._])[A-Za-z]{{2,30}}[._](?!(?:{_ROLES})@)[A-Za-z]{{2,30}}@{_HOST}"

_WORDS = (
    r"(?<![0-9] )suspects|suspect",
    r"informants?|informers?|dossiers?|kingpins?|persons? of interest",
    r"targets?(?! (?:groups?|audiences?|species|countries|dates?|years?|numbers?|of [0-9])(?![A-Za-z]))",
    r"(?:undercover|covert|confidential|human) (?:agents?|officers?|operatives?|sources?)",
    r"under surveillance|surveillance targets?|stake-?outs?|tip-?offs?|safe ?houses?|watch-?lists?",
    r"wire-?taps?|wire-?tapped|wire-?tapping|intercepted (?:calls?|messages?|communications?)",
    r"intelligence (?:reports?|files?|packages?|briefs?|products?)",
    r"modus operandi|code-?names?|code-?named|(?:licen[cs]e|number) plates?|bank accounts?",
)
_COORDINATES = (
    r"(?<![0-9.])-?[0-9]{1,2}\.[0-9]{3,15} ?°? ?[NSns]? {0,2}[,;/ ] {0,2}-?[0-9]{1,3}\.[0-9]{3,15}(?![0-9])",
    r"[0-9]{1,3} ?° ?[0-9]{1,2}(?:\.[0-9]{1,9})? ?['’′](?: ?[0-9]{1,2}(?:\.[0-9]{1,9})? ?(?:[\"”″]|''|’’))? ?[NSEWnsew](?![A-Za-z])",
    rf"{NOT_AFTER}[0-9]{{1,2}}[C-HJ-NP-X] ?[A-HJ-NP-Z]{{2}} ?[0-9]{{3,5}} ?[0-9]{{3,5}}{NOT_BEFORE}",
)
_PAPERS = (
    rf"{NOT_AFTER}[A-Z]{{1,2}}[0-9]{{6,9}}[A-Z]?{NOT_BEFORE}",
    rf"{NOT_AFTER}[0-9]-[0-9]{{4}}-[0-9]{{5}}-[0-9]{{2}}-[0-9]{NOT_BEFORE}",
    rf"{NOT_AFTER}[0-9]{{6}}-[0-9]{{2}}-[0-9]{{4}}{NOT_BEFORE}",
    rf"{NOT_AFTER}[0-9]{{16}}{NOT_BEFORE}",
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TOWN = rf"(?!{_MONTHS})[{_BIG}][{_SMALL}'’-]{{1,30}}(?: [{_BIG}][{_SMALL}'’-]{{1,30}}){{0,3}}"
_ROUTE = rf"{NOT_AFTER}(?:[Ff]rom|[Vv]ia|[Tt]hrough) {_TOWN},? (?:to|via|through|into) {_TOWN}"
_CASE_NUMBERS = (
    r"(?:case|docket|file|charge|warrant|permit|waybill|seal) ?(?:no|nos|nr|number|#)[.:]? ?[A-Za-z0-9/().-]{0,40}[0-9]",
    r"(?:case|docket|warrant) [A-Za-z0-9().-]{0,20}[0-9]/[A-Za-z0-9/().-]{1,30}",
    r"(?:flight|vessel|ship|truck|container|parcel) (?:no[.:]? ?|number )?[A-Z]{0,4}-?[0-9][A-Z0-9-]{2,15}",
    r"[A-Z]{3}[UJZ] ?[0-9]{6,7}",
)


@dataclass(frozen=True)
class Pointer:
    """What a text is searched for, and the kind of problem that it points at.

    pattern: what is pointed at; sign: what a text must hold at least, which is found faster; ignores_case: of letters;
    in_links: whether addresses of the web are searched too. Every repetition is bounded: a text made to keep the search
    busy must not.
    """

    kind: Kind
    pattern: str
    sign: str = ""
    ignores_case: bool = False
    in_links: bool = False


POINTERS = (
    Pointer(
        SENSE_001,
        rf"{_PERSONAL_MAIL}|{_NAME}[^\n]{{0,60}}?(?:{_MAIL}|{_PHONE})|(?:{_MAIL}|{_PHONE})[^\n]{{0,30}}?{_NAME}",
        sign=r"@|[0-9][ ().-]{0,2}[0-9][ ().-]{0,2}[0-9]",
    ),
    Pointer(SENSE_002, "|".join(_PAPERS), sign="[0-9]{5}|[0-9]{2}-[0-9]{4}"),
    Pointer(SENSE_003, rf"{NOT_AFTER}(?:{'|'.join(_WORDS)}){NOT_BEFORE}", ignores_case=True),
    Pointer(SENSE_004, "|".join(_COORDINATES), sign=r"[0-9]\.[0-9]{3}|°|[0-9]{3} ?[0-9]{3}", in_links=True),
)
OF_CASES = (
    Pointer(REPORT_005, rf"{NOT_AFTER}(?:{'|'.join(_CASE_NUMBERS)})", sign="[0-9]", ignores_case=True),
    Pointer(REPORT_005, _ROUTE, sign="to |via|through|into"),
)
"""What betrays a case where only sums belong: its number, what carried it, and the way that it took."""
