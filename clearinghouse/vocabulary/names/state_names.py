"""State names: what states are called beside the name in the list: officially (ISO 3166-1), shortly, formerly, by letters.

A name that may mean two states is none of these, but where everyday English knows one of them by it: Korea, Congo.
"""

import unicodedata
from collections.abc import Iterator

_NAMES = """
AD Principality of Andorra
AE UAE; U.A.E.; Emirates; The United Arab Emirates
AF Islamic Republic of Afghanistan
AL Republic of Albania
AM Republic of Armenia
AO Republic of Angola
AR Argentine Republic
AT Republic of Austria
AZ Republic of Azerbaijan
BA Republic of Bosnia and Herzegovina; Bosnia
BD People's Republic of Bangladesh
BE Kingdom of Belgium
BG Republic of Bulgaria
BH Kingdom of Bahrain
BI Republic of Burundi
BJ Republic of Benin
BN Brunei; State of Brunei; Nation of Brunei
BO Plurinational State of Bolivia; Bolivia (Plurinational State of)
BQ Bonaire, Sint Eustatius and Saba
BR Federative Republic of Brazil
BS Commonwealth of the Bahamas; The Bahamas
BT Kingdom of Bhutan
BW Republic of Botswana
BY Republic of Belarus; Byelorussia
CD DR Congo; D.R. Congo; DRC; D.R.C.; Democratic Republic of the Congo; Democratic Republic of Congo; Congo (DRC); Congo, DR
CD Congo, Democratic Republic of the; Congo, The Democratic Republic of the; Congo (Kinshasa); Congo-Kinshasa; Zaire
CG Congo; Republic of the Congo; Republic of Congo; Congo, Republic of the; Congo Republic; Congo (Brazzaville); Congo-Brazzaville
CH Swiss Confederation
CI Republic of Côte d'Ivoire; Ivory Coast
CL Republic of Chile
CM Republic of Cameroon
CN People's Republic of China; PR China; P.R. China; PRC; P.R.C.; Mainland China
CO Republic of Colombia
CR Republic of Costa Rica
CU Republic of Cuba
CV Cabo Verde; Republic of Cabo Verde
CY Republic of Cyprus
CZ Czech Republic; The Czech Republic
DE Federal Republic of Germany
DJ Republic of Djibouti
DK Kingdom of Denmark
DM Commonwealth of Dominica
DO The Dominican Republic
DZ People's Democratic Republic of Algeria
EC Republic of Ecuador
EE Republic of Estonia
EG Arab Republic of Egypt
ER State of Eritrea
ES Kingdom of Spain
ET Federal Democratic Republic of Ethiopia
FI Republic of Finland
FJ Republic of Fiji
FK Falkland Islands (Malvinas)
FM Federated States of Micronesia; Micronesia (Federated States of); Micronesia, Federated States of
FR French Republic
GA Gabonese Republic
GB Great Britain; Britain; U.K.; The United Kingdom; The UK; United Kingdom of Great Britain and Northern Ireland
GE Republic of Georgia
GH Republic of Ghana
GM Republic of the Gambia; The Gambia
GN Republic of Guinea
GQ Republic of Equatorial Guinea
GR Hellenic Republic
GT Republic of Guatemala
GW Republic of Guinea-Bissau
GY Republic of Guyana; Co-operative Republic of Guyana
HK Hong Kong; Hong Kong SAR; Hong Kong, China; Hong Kong (China); Hong Kong, SAR of China; Hong Kong Special Administrative Region of China
HN Republic of Honduras
HR Republic of Croatia
HT Republic of Haiti
ID Republic of Indonesia
IE Republic of Ireland
IL State of Israel
IN Republic of India
IQ Republic of Iraq
IR Islamic Republic of Iran; Iran (Islamic Republic of); Iran, Islamic Republic of
IS Republic of Iceland
IT Italian Republic
JO Hashemite Kingdom of Jordan
KE Republic of Kenya
KG Kyrgyz Republic
KH Kingdom of Cambodia; Kampuchea
KI Republic of Kiribati
KM Union of the Comoros; The Comoros
KP Democratic People's Republic of Korea; DPRK; D.P.R.K.; DPR Korea; Korea, North
KP Korea, Democratic People's Republic of; Korea (Democratic People's Republic of); Korea, DPR
KR Republic of Korea; Korea; ROK; R.O.K.; Korea, Republic of; Korea (Republic of); Korea, South; Korea, Rep.; Rep. of Korea; S. Korea
KW State of Kuwait
KZ Republic of Kazakhstan
LA Laos; Lao; Lao P.D.R.; LPDR; Lao People's Democratic Republic; Lao People’s Democratic Republic
LB Lebanese Republic
LI Principality of Liechtenstein
LK Democratic Socialist Republic of Sri Lanka
LR Republic of Liberia
LS Kingdom of Lesotho
LT Republic of Lithuania
LU Grand Duchy of Luxembourg
LV Republic of Latvia
MA Kingdom of Morocco
MC Principality of Monaco
MD Republic of Moldova; Moldova, Republic of
MG Republic of Madagascar
MH Republic of the Marshall Islands
MK Republic of North Macedonia; Macedonia; FYR Macedonia; The former Yugoslav Republic of Macedonia
ML Republic of Mali
MM Burma; Republic of Myanmar; Republic of the Union of Myanmar; Union of Myanmar; Myanmar (Burma)
MO Macao; Macau; Macao SAR; Macau SAR; Macao, China; Macau, China; Macao Special Administrative Region of China
MP Commonwealth of the Northern Mariana Islands
MR Islamic Republic of Mauritania
MT Republic of Malta
MU Republic of Mauritius
MV Republic of Maldives; The Maldives
MW Republic of Malawi
MX United Mexican States
MZ Republic of Mozambique
NA Republic of Namibia
NE Republic of the Niger
NG Federal Republic of Nigeria
NI Republic of Nicaragua
NL Kingdom of the Netherlands; The Netherlands; Holland
NO Kingdom of Norway
NP Federal Democratic Republic of Nepal
NR Republic of Nauru
NZ Aotearoa; Aotearoa New Zealand
OM Sultanate of Oman
PA Republic of Panama
PE Republic of Peru
PG PNG; P.N.G.; Independent State of Papua New Guinea
PH The Philippines; Republic of the Philippines; Republic of Philippines
PK Islamic Republic of Pakistan
PL Republic of Poland
PN Pitcairn
PS Palestine; State of Palestine; Palestine, State of
PT Portuguese Republic
PW Republic of Palau
PY Republic of Paraguay
QA State of Qatar
RS Republic of Serbia
RU Russian Federation; The Russian Federation
RW Republic of Rwanda; Rwandese Republic
SA Kingdom of Saudi Arabia; KSA
SC Republic of Seychelles; The Seychelles
SD Republic of the Sudan; The Sudan
SE Kingdom of Sweden
SG Republic of Singapore
SH Saint Helena, Ascension and Tristan da Cunha
SI Republic of Slovenia
SK Slovak Republic; The Slovak Republic
SL Republic of Sierra Leone
SM Republic of San Marino
SN Republic of Senegal
SO Federal Republic of Somalia
SR Republic of Suriname
SS Republic of South Sudan
ST Democratic Republic of Sao Tome and Principe
SV Republic of El Salvador
SX Sint Maarten (Dutch part)
SY Syrian Arab Republic
SZ Kingdom of Eswatini; Swaziland
TD Republic of Chad
TG Togolese Republic
TH Kingdom of Thailand
TJ Republic of Tajikistan
TL Timor Leste; East Timor; Democratic Republic of Timor-Leste; Democratic Republic of Timor Leste
TN Republic of Tunisia
TO Kingdom of Tonga
TR Turkey; Republic of Türkiye; Republic of Turkey
TT Republic of Trinidad and Tobago; Trinidad
TW Taiwan, Province of China; Taiwan Province of China; Chinese Taipei; Taiwan (Province of China)
TZ United Republic of Tanzania; Tanzania, United Republic of
UG Republic of Uganda
US USA; U.S.A.; U.S.; United States of America; The United States; The United States of America; The US; The USA; United States (USA)
UY Eastern Republic of Uruguay
UZ Republic of Uzbekistan
VA Holy See; The Holy See; Vatican; The Vatican; Holy See (Vatican City State)
VE Bolivarian Republic of Venezuela; Venezuela (Bolivarian Republic of); Venezuela, Bolivarian Republic of
VG British Virgin Islands; Virgin Islands, British
VI US Virgin Islands; Virgin Islands, U.S.; Virgin Islands of the United States
VN Socialist Republic of Viet Nam; Socialist Republic of Vietnam; S.R. Viet Nam; Viet-Nam
VU Republic of Vanuatu
WS Independent State of Samoa; Western Samoa
YE Republic of Yemen
ZA Republic of South Africa; RSA
ZM Republic of Zambia
ZW Republic of Zimbabwe
"""

NAMES = tuple((line[:2], name) for line in _NAMES.strip().splitlines() for name in line[3:].split("; "))
"""Other names, each after its state's ISO 3166-1 alpha-2 code."""


def spelt(name: str) -> Iterator[str]:
    """A name, and how it is written without accents, with a straight apostrophe, and without its abbreviations."""
    full = name.replace("’", "'").replace("&", "and").replace("St. ", "Saint ")
    yield from dict.fromkeys((name, name.replace("’", "'"), _unaccented(name), full, _unaccented(full)))


def _unaccented(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("’", "'"))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if unicodedata.category(letter) != "Mn"))
