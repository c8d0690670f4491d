# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the canonical table that make up the sample: which agreements, with whom, in which words."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amicorum.agreements.models import Agreement
from amicorum.intake.sampling.conditions import Cells, Setting, conditions
from amicorum.intake.sampling.lists import faculties, phrases
from amicorum.intake.sampling.partners import Candidate, Candidates, draw
from amicorum.intake.sampling.seasons import OFFICE, Life, Validity, days_before, lives, validity
from amicorum.intake.tables import Row
from amicorum.vocabulary.academic_year import AcademicYear
from amicorum.vocabulary.isced_f import field

SOURCE = "sample"
FULL_SIZE = 820
"""How many agreements the counts in the lists add up to, about."""
RESTRICTED_SHARE, CONSIDERED_SHARE, OPEN_TO_ALL_SHARE = 0.15, 0.3, 0.2
COUNTS_OF_KINDS: Mapping[str, int] = {
    Agreement.Kind.MOU: 38,
    Agreement.Kind.STAFF_EXCHANGE: 22,
    Agreement.Kind.PHD: 22,
    Agreement.Kind.RESEARCH: 26,
    Agreement.Kind.JOINT_PROGRAMME: 6,
}
FAR_EXCHANGES = 130
SHORT: Mapping[str, str] = {
    Agreement.Kind.MOU: "mou",
    Agreement.Kind.IIA: "iia",
    Agreement.Kind.STUDENT_EXCHANGE: "students",
    Agreement.Kind.STAFF_EXCHANGE: "staff",
    Agreement.Kind.PHD: "phd",
    Agreement.Kind.RESEARCH: "research",
    Agreement.Kind.JOINT_PROGRAMME: "joint",
}
"""How a reference of the sample names a kind."""


@dataclass(frozen=True)
class Tie:
    """One agreement that is to be: what kind, whose, and with whom."""

    kind: str
    unit: str
    partners: tuple[Candidate, ...]

    @property
    def key(self) -> str:
        """The same for the same tie, whatever the day: taken in again it is one agreement."""
        return f"sample-{SHORT[self.kind]}-{self.unit}-{self.partners[0].ror_id}"


def sample_rows(candidates: Candidates, *, day: date, seed: int, size: int = FULL_SIZE) -> list[Row]:
    """The rows of about `size` agreements with real institutions, as seed, day and candidates give them."""
    chance = random.Random(f"ties {seed}")  # noqa: S311  # the same every time, and no secret
    ties = list(_ties(candidates, size / FULL_SIZE, chance))
    rows = []
    for tie, life in zip(ties, lives(len(ties), chance), strict=True):
        own_chance = random.Random(f"{seed} {tie.key}")  # noqa: S311
        rows += rows_of_tie(tie, life, day, own_chance)
    return rows


def _ties(candidates: Candidates, share: float, chance: random.Random) -> Iterator[Tie]:
    kinds = Agreement.Kind
    for unit, row in faculties().items():
        suited = [one for one in candidates.erasmus if one.suits(unit)]
        yield from _each(kinds.IIA, unit, draw(suited, round(share * int(row["agreements"])), chance))
        bilateral = draw(candidates.bilateral, round(share * int(row["bilateral"])), chance)
        yield from _each(kinds.STUDENT_EXCHANGE, unit, bilateral)
    far = draw(candidates.far, round(share * FAR_EXCHANGES), chance)
    yield from _each(kinds.STUDENT_EXCHANGE, OFFICE, far)
    everywhere = [*candidates.erasmus, *candidates.bilateral, *candidates.far]
    for kind, count in COUNTS_OF_KINDS.items():
        for partner in draw(everywhere, max(1, round(share * count)), chance):
            others = draw(candidates.erasmus, 3, chance) if kind == kinds.JOINT_PROGRAMME else []
            unit = OFFICE if kind == kinds.MOU else chance.choice(list(faculties()))
            yield Tie(kind, unit, (partner, *(one for one in others if one != partner)))


def _each(kind: str, unit: str, partners: Sequence[Candidate]) -> Iterator[Tie]:
    return (Tie(kind, unit, (partner,)) for partner in partners)


def rows_of_tie(tie: Tie, life: Life, day: date, chance: random.Random) -> list[Row]:
    """The rows of one agreement."""
    year = AcademicYear.of(day).start
    days = validity(life, year, chance)
    setting = Setting(tie.unit, tie.partners[0], days, year, day, chance)
    parts = conditions(tie.kind, setting)
    head = {
        **head_cells(tie.key, tie.kind, tie.unit, days, day, chance),
        "partner_ror": ";".join(partner.ror_id for partner in tie.partners),
        **_title(tie, parts, chance),
        **_notes(tie, parts, chance),
    }
    return rows_of(head, parts)


def rows_of(head: Cells, parts: Sequence[Cells]) -> list[Row]:
    """One row per condition, or one for an agreement without any."""
    return [Row(f"sample {head['agreement_id']}", {**head, **part}) for part in parts or ({},)]


def head_cells(key: str, kind: str, unit: str, days: Validity, day: date, chance: random.Random) -> Cells:
    """The cells on the agreement as a whole, but for partners and texts."""
    checked_before = min(day, days.through or day)
    return {
        "agreement_id": key,
        "kind": kind,
        "owner_unit": unit,
        "valid_from": days.start.isoformat(),
        "valid_through": days.through.isoformat() if days.through else "",
        "signed_on": days_before(min(days.start, day), 20, 200, chance).isoformat(),
        "verified_on": days_before(checked_before, 5, 360, chance).isoformat(),
        "source": SOURCE,
        "sample": "yes",
    }


def texts(use: str, chance: random.Random, fields: Mapping[str, str] | None = None) -> Cells:
    """One of the sentences for a use, in every language, in the columns of its first word."""
    sentence = chance.choice(phrases(use))
    column = use.split()[0]
    return {
        f"{column}_{language}": text.format(field=(fields or {}).get(language, ""))
        for language, text in sentence.items()
    }


def _title(tie: Tie, parts: Sequence[Cells], chance: random.Random) -> Cells:
    code = parts[0]["isced_f"].split(";")[0] if parts else faculty_field(tie.unit)
    names = field(code).names if code else {}
    return texts(f"title {_use(tie)}", chance, names)


def _notes(tie: Tie, parts: Sequence[Cells], chance: random.Random) -> Cells:
    """Restrictions, things to consider and how to apply, for agreements that send students."""
    if not any(part.get("rounds") for part in parts):
        return {}
    cells = texts(f"deadline_note {_use(tie)}", chance)
    if tie.unit != OFFICE and chance.random() > OPEN_TO_ALL_SHARE:
        cells["open_to_units"] = tie.unit
    if chance.random() < RESTRICTED_SHARE:
        cells |= texts("restriction", chance)
    if chance.random() < CONSIDERED_SHARE:
        cells |= texts("considerations", chance)
    return cells


def faculty_field(unit: str) -> str:
    """The first field of a faculty, none for the office."""
    return "" if unit == OFFICE else faculties()[unit]["isced_f"].split()[0]


def _use(tie: Tie) -> str:
    is_of_faculty = tie.kind == Agreement.Kind.STUDENT_EXCHANGE and tie.unit != OFFICE
    return f"{tie.kind} faculty" if is_of_faculty else str(tie.kind)
