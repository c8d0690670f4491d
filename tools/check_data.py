# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check the committed demonstration data: sources, institutions, texts, golden numbers.

    python tools/check_data.py [data]

A moment is read as docs and `data/README.md` say: a partial date counts from its first day, `between A and
B` from B, an unknown start or `by X` from the founding of the network or the first edition of the programme.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

Row = dict[str, str]
Rows = list[Row]

TABLES_WITH_TEXTS = (
    ("networks/statements.csv", "networks/statement_texts.csv"),
    ("homes/statements.csv", "homes/statement_texts.csv"),
    ("programmes/funding_action_statements.csv", "programmes/funding_action_statement_texts.csv"),
)
NAMES_OF_KEYS = {"source", "also_sources", "members_stated_source"}
SHARED_BY_LERU_AND_COIMBRA = {
    "021018s57": "Barcelona",
    "02tyrky19": "Dublin",
    "01nrxwf90": "Edinburgh",
    "01swzsf04": "Geneva",
    "038t36y30": "Heidelberg",
    "05f950310": "Leuven",
    "027bh9e22": "Leiden",
    "04pp8hn57": "Utrecht",
}


def table(path: Path) -> Rows:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first_day(partial: str) -> str:
    """The first day of a partial date, as YYYY-MM-DD."""
    return (partial + "-01-01")[:10] if len(partial) == 4 else (partial + "-01")[:10]


def counts_from(moment: str, founding: str) -> str:
    """The first day on which a fact counts; empty when it has counted for ever."""
    if moment.startswith("between "):
        return first_day(moment.rpartition(" and ")[2])
    if not moment or moment.startswith(("by ", "before ")):
        return first_day(founding) if founding else ""
    return first_day(moment)


def counts_until(moment: str) -> str:
    """The first day on which a fact no longer counts; empty while it is open."""
    return first_day(moment.split()[-1]) if moment else ""


def holds(row: Row, day: str, founding: str) -> bool:
    """Whether a public fact counts on a day."""
    public = row["certainty"] in {"confirmed", "probable"}
    begun = counts_from(row["start"], founding) <= day
    until = counts_until(row["end"])
    return public and begun and (not until or day < until)


def who(row: Row) -> str:
    """The institution of a membership or a part in a programme."""
    return row["institution_ror"] or row["institution_key"]


def members(data: Path, network: str, day: str) -> set[str]:
    """The full members of a network on a day."""
    founded = {row["id"]: row["founded"] for row in table(data / "networks/networks.csv")}
    rows = [row for row in table(data / "networks/memberships.csv") if row["network"] == network]
    return {who(row) for row in rows if row["kind"] == "full" and holds(row, day, founded[network])}


def partners(data: Path, programme: str, day: str) -> Rows:
    """The partners of a joint programme on a day."""
    first = {row["id"]: row["start"] for row in table(data / "programmes/programmes.csv")}
    rows = [row for row in table(data / "programmes/partners.csv") if row["programme"] == programme]
    return [row for row in rows if holds(row, day, first[programme])]


def golden(data: Path) -> Iterator[tuple[str, object, object]]:
    """What the data must answer: the question, the answer, the answer wanted."""
    for network, day, wanted in (
        ("leru", "2011-02-28", 22),
        ("leru", "2011-03-01", 21),
        ("leru", "2012-06-01", 21),
        ("leru", "2023-06-01", 23),
        ("leru", "2024-06-01", 24),
        ("euniwell", "2021-12-31", 7),
        ("euniwell", "2026-11-22", 11),
    ):
        yield f"{network}: full members on {day}", len(members(data, network, day)), wanted
    for day, wanted in (("2022-12-31", True), ("2023-01-01", False)):
        yield f"Leiden in EUniWell on {day}", "027bh9e22" in members(data, "euniwell", day), wanted
    shared = members(data, "leru", "2026-11-22") & members(data, "coimbra-group", "2026-11-22")
    yield "LERU and Coimbra Group share", shared, set(SHARED_BY_LERU_AND_COIMBRA)
    algant = partners(data, "algant-master", "2024-09-01")
    yield "ALGANT: universities on 2024-09-01", len(algant), 8
    yield "ALGANT: countries on 2024-09-01", len({row["country"] for row in algant}), 5
    yield "MIND: partners on 2014-09-01", len(partners(data, "mind", "2014-09-01")), 7


def wrong_answers(data: Path) -> Iterator[str]:
    """Golden numbers that do not hold."""
    for question, answer, wanted in golden(data):
        if answer != wanted:
            yield f"{question}: {answer}, not {wanted}"


def unknown_sources(data: Path) -> Iterator[str]:
    """Source keys that no row of sources.csv has."""
    known = {row["key"] for row in table(data / "sources.csv")}
    for path in sorted(data.rglob("*.csv")):
        for row in table(path):
            for column in NAMES_OF_KEYS & row.keys():
                for key in filter(None, row[column].split(";")):
                    if key not in known:
                        yield f"{path.name}: unknown source {key}"


def unresolved_institutions(data: Path) -> Iterator[str]:
    """Members, partners and named institutions that neither ROR nor added.csv holds."""
    with gzip.open(data / "institutions/ror.ndjson.gz", "rt", encoding="utf-8") as lines:
        known = {json.loads(line)["ror_id"] for line in lines}
    added = table(data / "institutions/added.csv")
    known |= {row["ror_id"] for row in added if row["ror_id"]} | {row["key"] for row in added}
    for name in ("networks/memberships.csv", "programmes/partners.csv"):
        yield from (f"{name}: {row['key']}" for row in table(data / name) if who(row) not in known)
    for name in ("institutions/own_names.csv", "homes/homes.csv"):
        yield from (f"{name}: {row['ror_id']}" for row in table(data / name) if row["ror_id"] not in known)


def not_active(data: Path) -> Iterator[str]:
    """Members and partners whose ROR record is withdrawn or inactive: to know, no fault."""
    with gzip.open(data / "institutions/ror.ndjson.gz", "rt", encoding="utf-8") as lines:
        status = {record["ror_id"]: record["status"] for record in map(json.loads, lines)}
    for name in ("networks/memberships.csv", "programmes/partners.csv"):
        for row in table(data / name):
            if status.get(row["institution_ror"], "active") != "active":
                yield f"{row['key']} ({row['institution_name']}): {status[row['institution_ror']]} in ROR"


def missing_texts(data: Path) -> Iterator[str]:
    """Statements without a text in English or Dutch, and texts without a statement."""
    for statements, texts in TABLES_WITH_TEXTS:
        wanted = {(row["key"], lang) for row in table(data / statements) for lang in ("en", "nl")}
        found = {(row["statement"], row["language"]) for row in table(data / texts)}
        yield from (f"{texts}: {key} ({lang})" for key, lang in sorted(wanted ^ found))


def repeated_keys(data: Path) -> Iterator[str]:
    """Keys that occur twice in one table."""
    for path in sorted(data.rglob("*.csv")):
        rows = table(path)
        if rows and "key" in rows[0] and len({row["key"] for row in rows}) < len(rows):
            yield f"{path.name}: a key occurs twice"


def impossible_moments(data: Path) -> Iterator[str]:
    """Moments that are no dates, or that end before they start."""
    for path in sorted(data.rglob("*.csv")):
        for row in table(path):
            if "start" in row and not in_order(row):
                yield f"{path.name}: {row.get('key') or row.get('id')}: {row['start']!r} to {row['end']!r}"


def in_order(row: Row) -> bool:
    """Whether start and end are dates and stand in this order."""
    start, end = counts_from(row["start"], ""), counts_until(row["end"])
    try:
        days = [date.fromisoformat(day) for day in (start, end) if day]
    except ValueError:
        return False
    return days == sorted(days)


CHECKS: tuple[Callable[[Path], Iterable[str]], ...] = (
    repeated_keys,
    impossible_moments,
    unknown_sources,
    unresolved_institutions,
    missing_texts,
    wrong_answers,
)


def report_on(data: Path) -> int:
    """Print rows and sizes and whatever is wrong; 0 when nothing is."""
    total = 0
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        size = path.stat().st_size
        total += size
        rows = f"{len(table(path)):>6} rows" if path.suffix == ".csv" else " " * 11
        print(f"{rows} {size:>9} bytes  {path.relative_to(data)}")
    print(f"{total:>21} bytes in all")
    print("\n".join(not_active(data)))
    faults = [fault for check in CHECKS for fault in check(data)]
    print("\n".join(faults) or "Everything holds.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(report_on(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "data"))
