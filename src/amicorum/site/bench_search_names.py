# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names over which search is measured: all of the registers, and marked synthetic ones.

Read straight from the committed registers, so that the benchmark needs no database; the entries
are made by the same functions as those of the live index.
"""

import csv
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amicorum.institutions.search.entries import Body, Entry, Standing, entries_of
from amicorum.vocabulary.folding import fold

SYNTHETIC_FROM = 1_000_000_000
"""Institution ids from here on mark synthetic institutions, which exist only in the benchmark."""


@dataclass
class Registered:
    """An institution as the registers together know it, under its ROR id or else its Erasmus code."""

    key: str
    name: str
    place: str
    status: str = "active"
    has_parent: bool = False
    is_network: bool = False
    names: list[str] = field(default_factory=list)
    acronyms: list[str] = field(default_factory=list)
    former_names: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def all_names(self) -> list[str]:
        return [*self.names, *self.acronyms, *self.former_names]

    def body(self, institution_id: int) -> Body:
        has_charter = "erasmus" in self.codes
        known_by = len(self.all_names)
        standing = Standing(self.name, self.status, known_by, has_charter, self.has_parent, self.is_network)
        return Body(institution_id, fold(self.place), standing.prior())


def read_registers(folder: Path) -> list[Registered]:
    """All institutions of the ROR extract and of both charter lists, joined by the crosswalk."""
    held = {one.key: one for one in _ror(folder / "ror.ndjson.gz")}
    joined = {row["erasmus_code"]: f"ror:{row['ror_id']}" for row in _rows(folder / "crosswalk.csv")}
    for row in _rows(folder / "own_names.csv"):
        held[f"ror:{row['ror_id']}"].names.append(row["name"])
    for row in _rows(folder / "eche.csv"):
        key = joined.get(row["erasmus_code"], f"erasmus:{row['erasmus_code']}")
        one = held.setdefault(key, Registered(key, row["legal_name"], row["city"]))
        one.names.append(row["legal_name"])
        one.codes |= {"erasmus": row["erasmus_code"], "pic": row["pic"], "oid": row["oid"]}
    for row in _rows(folder / "eche_previous.csv"):
        one_before = held.get(joined.get(row["erasmus_code"], f"erasmus:{row['erasmus_code']}"))
        if one_before and fold(row["legal_name"]) not in map(fold, one_before.all_names):
            one_before.former_names.append(row["legal_name"])
    return list(held.values())


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _ror(file: Path) -> Iterator[Registered]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _ror_record(json.loads(line))


def _ror_record(record: dict[str, Any]) -> Registered:
    acronyms = [name["value"] for name in record["names"] if name["types"] == ["acronym"]]
    return Registered(
        key=f"ror:{record['ror_id']}",
        name=record["display_name"],
        place=record["city"] or "",
        status=record["status"],
        has_parent=any(relation["type"] == "parent" for relation in record["relationships"]),
        is_network=record["is_network_org"],
        names=[name["value"] for name in record["names"] if name["value"] not in acronyms],
        acronyms=acronyms,
        codes={"ror": record["ror_id"]},
    )


def real_entries(registered: list[Registered]) -> Iterator[Entry]:
    """An entry for each name and code; an institution's id is its place in the list."""
    for institution_id, one in enumerate(registered):
        yield from entries_of(one.body(institution_id), one.all_names, list(one.codes.values()))


def synthetic_entries(registered: list[Registered], count: int, seed: int) -> Iterator[Entry]:
    """Names of institutions that do not exist: each a real name with one letter or one word changed.

    Their standing is copied from the real institution, so that nothing but the name tells them apart.
    """
    rng = random.Random(seed)  # noqa: S311  # repeatable, nothing secret
    for institution_id in range(SYNTHETIC_FROM, SYNTHETIC_FROM + count):
        model, other = rng.choice(registered), rng.choice(registered)
        name = _near(fold(rng.choice(model.names)), fold(other.place or other.name), rng)
        yield Entry(model.body(institution_id), name, name, is_code=False)


def _near(name: str, place: str, rng: random.Random) -> str:
    words = name.split()
    which = rng.randrange(len(words))
    if len(words) > 1 and rng.random() < 0.5:
        words[which] = place
    else:
        letter = rng.randrange(len(words[which]))
        words[which] = words[which][:letter] + rng.choice("aeiourstln") + words[which][letter + 1 :]
    return " ".join(words)
