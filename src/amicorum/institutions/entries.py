# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a register says of one institution, read but not yet taken in (pure values)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from amicorum.sources.models import Source


@dataclass(frozen=True, slots=True)
class Register:
    """A register of institutions.

    `key_scheme` is the scheme of its own ids. An entry that is new joins an institution that bears
    one of its identifiers in the schemes `joins_by`, confirmed.
    """

    name: str
    key_scheme: str
    joins_by: tuple[str, ...]


ROR = Register("ror", "ror", ("ror",))
ECHE = Register("eche", "erasmus", ("erasmus", "pic", "oid"))


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a register: the source it is cited as, and the day of which it speaks."""

    register: Register
    source: Source
    dated: date


@dataclass(frozen=True, slots=True)
class EntryName:
    """A name as a register writes it; the language is empty where it does not say."""

    kind: str
    language: str
    name: str


@dataclass(frozen=True, slots=True)
class Code:
    """An identifier in its canonical form."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One record of a register.

    `label` is the name as the register writes it; `fingerprint` stands for the whole raw record, so
    that a change in any column shows. `doubted` are codes that the register itself gives with
    little weight (those of a withdrawn record). `relations` are pairs of kind and key.
    """

    key: str
    label: str
    fingerprint: str
    country_code: str
    label_language: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    website: str = ""
    established: int | None = None
    status: str = "active"
    is_network: bool = False
    names: tuple[EntryName, ...] = ()
    codes: tuple[Code, ...] = ()
    doubted: tuple[Code, ...] = ()
    relations: tuple[tuple[str, str], ...] = ()


@dataclass
class Taken:
    """What became of a batch: how many entries, and who was renamed (key, old and new label).

    `doubtful_pairs` are those put on the review list; `withheld` has a sentence for each code that
    names another institution and therefore does not count.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    returned: int = 0
    renamed: list[tuple[str, str, str]] = field(default_factory=list)
    doubtful_pairs: int = 0
    withheld: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, Any]:
        """The counts by name, as the journal and the report give them."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "returned": self.returned,
            "renamed": len(self.renamed),
            "doubtful pairs": self.doubtful_pairs,
        }
