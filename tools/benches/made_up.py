"""Made-up records: a folder and a number come in; so many sound records, always the same ones, lie in the folder."""

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from clearinghouse.vocabulary.audiences import AUDIENCES
from clearinghouse.vocabulary.states import MEMBER_STATES
from clearinghouse.vocabulary.topics import TOPICS
from clearinghouse.world.root import ROOT

SEED = 20161202
LATEST = date(2026, 11, 21)
"""The day on which the youngest of the made-up records was published."""
_PLACES = ("Bangkok", "Vientiane", "Ha Noi", "Jakarta", "Manila", "Phnom Penh", "Kuala Lumpur", "Yangon")
_LOCAL = {
    "KH": "km: ការបណ្តុះបណ្តាលកម្ពុជា", "LA": "lo: ການຄ້າສັດປ່າໃນລາວ", "MM": "my: မြန်မာတောရိုင်းတိရစ္ဆာန်", "TH": "th: การค้าสัตว์ป่าในไทย",
}  # fmt: skip
_SUBJECTS = (
    "Crime scene work",
    "Ivory identification",
    "Wildlife cases in court",
    "Cargo inspection",
    "Online trade",
    "Timber identification",
)


def synthesize(folder: Path, size: int) -> None:
    """Writes so many made-up records: seven trainings in ten, two workshops, one document; the true plans beside them."""
    chance = random.Random(SEED)
    for collection in ("plans", "activities"):
        shutil.copytree(ROOT / "data" / collection, folder / collection)
    # A plan may name its document, and a log its evidence, which are not among the made-up ones; what was sure through these no more is.
    for plan in (folder / "plans").glob("*.yml"):
        lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
        plan.write_text("".join(line for line in lines if not line.startswith("document:")), encoding="utf-8")
    for log in (folder / "activities").glob("*/*.yml"):
        named = re.sub(r"(?m)^( +- )[a-z]+/[a-z0-9-]+$", rf"\1plans/{log.parent.name}", log.read_text("utf-8"))
        named = re.sub(r"(?m)^( +confidence: )high$", r"\1medium", named)
        log.write_text(named, encoding="utf-8")
    activities = sorted(f"{path.parent.name}/{path.stem}" for path in (folder / "activities").glob("*/*.yml"))
    for collection in ("trainings", "workshops", "documents"):
        (folder / collection).mkdir(parents=True, exist_ok=True)
    for number in range(size):
        mixed = ("trainings",) * 7 + ("workshops",) * 2 + ("documents",)
        _write(folder, mixed[number % 10], number, activities, chance)


def _write(folder: Path, collection: str, number: int, activities: list[str], chance: random.Random) -> None:
    state = chance.choice(sorted(MEMBER_STATES))
    year, month, first = chance.randint(2016, 2027), chance.randint(1, 12), chance.randint(1, 23)
    title = f"{chance.choice(_SUBJECTS)}, course {number}"
    head = [f"title_local: {{{_LOCAL[state]}}}"] if state in _LOCAL else []
    head += [f"title: {title}", "kind: report" if collection == "documents" else f"kind: {collection.removesuffix('s')}"]
    if collection == "documents":
        head += [f"year: {year}", "publisher: Office of Examples", f"countries: [{state}]"]
    else:
        audience, topics = (", ".join(chance.sample([term.id for term in terms], 2)) for terms in (AUDIENCES, TOPICS))
        head += [
            "status: held", f"starts: {year}-{month:02}-{first:02}", f"ends: {year}-{month:02}-{first + 4:02}",
            f"place: {chance.choice(_PLACES)}", f"host: {state}", f"countries: [{state}, {chance.choice(sorted(MEMBER_STATES))}]",
            f"organisers: [Office of Examples {number % 40}]", f"audience: [{audience}]", f"topics: [{topics}]",
            f"participants: {chance.randint(8, 120)}",
        ]  # fmt: skip
    published = LATEST - timedelta(chance.randrange(730))
    if collection != "documents" and number % 3 == 0:
        head += [
            'time: {from: "09:00", to: "16:30", zone: Asia/Bangkok}',
            f"registration: {{deadline: {year - 1}-12-01, contact: training@office.example}}",
            f"changes: [{{on: {published}, what: moved, id: moved, from: {year}-{month:02}-28, note: Moved for the dry season.}}]",
        ]
    serves = ", ".join(chance.sample(activities, 2)) if activities else ""
    source = f"{{url: https://example.org/{number}, publisher: Office, kind: news, accessed: 2026-11-21}}"
    tail = [
        f"serves: [{serves}]", f"summary: {title} was held for officers of the region, who learned from cases of their own.",
        "body: |", "  Officers worked in groups on a case, from the first find to the judgment.", "", "  - one exercise a day",
        f"sources: [{source}]", "confidence: medium", f"published: {published}",
    ]  # fmt: skip
    name = f"{state.lower()}-{year}-{month:02}-course-{number}.yml"
    (folder / collection / name).write_text("\n".join([*head, *tail]) + "\n", encoding="utf-8")
