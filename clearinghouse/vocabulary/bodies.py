"""Bodies: who meets. A meeting's `body_of` is one of these."""

from clearinghouse.vocabulary.terms import Term, TermList

BODIES = TermList(
    "bodies",
    (
        Term(
            "awg-cites-we",
            "AWG CITES and WE",
            "ASEAN",
            "ASEAN Working Group on CITES and Wildlife Enforcement",
            ("awg-cites and we", "awg cites and we"),
        ),
        Term("asof", "ASOF", "ASEAN", "ASEAN Senior Officials on Forestry"),
        Term("amaf", "AMAF", "ASEAN", "ASEAN Ministers on Agriculture and Forestry"),
        Term("ammtc", "AMMTC", "ASEAN", "ASEAN Ministerial Meeting on Transnational Crime"),
        Term(
            "somtc-wg", "SOMTC Working Group", "ASEAN", "SOMTC Working Group on Illicit Trafficking in Wildlife and Timber", ("somtc wg",)
        ),
        Term("asean-ministers", "ASEAN ministers", "ASEAN", "ASEAN Ministers Responsible for the Implementation of CITES"),
        Term("asean-summit", "ASEAN Summit", "ASEAN"),
        Term("aeg-cites", "AEG-CITES", "ASEAN", "ASEAN Experts Group on CITES"),
        Term("asean-wen", "ASEAN-WEN", "ASEAN", "ASEAN Wildlife Enforcement Network"),
        Term("lao-wen-thailand-wen", "Lao-WEN and Thailand-WEN", "ASEAN"),
        Term("cites-cop", "Conference of the Parties to CITES", "CITES", synonyms=("cites",)),
        Term("cites-standing-committee", "CITES Standing Committee", "CITES"),
        Term("cites-animals-committee", "CITES Animals Committee", "CITES"),
        Term("cites-plants-committee", "CITES Plants Committee", "CITES"),
        Term("cites-secretariat", "CITES Secretariat", "CITES"),
        Term("iccwc", "ICCWC", "Others", "International Consortium on Combating Wildlife Crime"),
        Term("china-viet-nam-customs", "Customs of China and Viet Nam", "Others"),
        Term("apfc", "FAO Asia-Pacific Forestry Commission", "Others"),
    ),
)
