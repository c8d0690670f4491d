# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who bears which code: giving many institutions their identifiers at once, without a silent merge."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from amicorum.institutions.actions.records import doubt
from amicorum.institutions.entries import Code
from amicorum.institutions.models import DoubtfulPair, Identifier, Institution
from amicorum.journal.actions import Outcome
from amicorum.sources.models import Certainty, Source, period_columns


@dataclass(frozen=True)
class Claim:
    """A source says that this institution bears this code."""

    institution: Institution
    code: Code
    certainty: str = Certainty.CONFIRMED
    evidence: str = ""
    start: str = ""


@dataclass(frozen=True)
class Doubt:
    """Two institutions that may be one, why, and what is thought of it so far."""

    institution: Institution
    other: Institution
    reason: str
    score: float | None = None
    verdict: str = DoubtfulPair.Verdict.OPEN

    def __str__(self) -> str:
        one, other = self.institution, self.other
        return f"{one} ({one.key}) may be {other} ({other.key}). {self.reason}."


@dataclass
class Bearers:
    """The institutions that bear codes today: one for each confirmed code, any number of probable ones."""

    confirmed: dict[Code, Institution] = field(default_factory=dict)
    probable: dict[Code, list[Institution]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, codes: Iterable[Code]) -> Self:
        """Ask for them all, with one query for each scheme."""
        values: dict[str, list[str]] = defaultdict(list)
        for code in set(codes):
            values[code.scheme].append(code.value)
        found = cls()
        for scheme, wanted in values.items():
            rows = Identifier.objects.filter(scheme=scheme, value__in=wanted, counts_until=None).public()
            for row in rows.select_related("institution"):
                found._note(row)
        return found

    def _note(self, row: Identifier) -> None:
        code = Code(row.scheme, row.value)
        if row.certainty == Certainty.CONFIRMED:
            self.confirmed[code] = row.institution
        else:
            self.probable[code].append(row.institution)


@dataclass
class Settled:
    """What came of claims: rows made and rows changed, and the pairs that are now in doubt."""

    made: list[Identifier] = field(default_factory=list)
    changed: list[Identifier] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def settle_claims(
    claims: Sequence[Claim], bearers: Bearers, source: Source, *, reopens: bool = True
) -> Settled:
    """Write what a source claims; a code that names another institution is kept as uncertain, with a doubt.

    `bearers` must know the codes of the claims and is kept up to date. With `reopens`, an identifier
    of this source that had ended is open again.
    """
    settled, held = Settled(), _held(claims, source)
    for claim in claims:
        row = held.get((claim.institution.pk, claim.code))
        if row is None and bearers.confirmed.get(claim.code) == claim.institution:
            continue
        certainty = _certainty(claim, bearers, settled)
        if row is None:
            settled.made.append(_row(claim, certainty, source))
        elif _revise(row, certainty, claim.evidence, reopens=reopens):
            settled.changed.append(row)
    Identifier.objects.bulk_update(settled.changed, ["certainty", "evidence", "end", "counts_until"])
    Identifier.objects.bulk_create(settled.made)
    return settled


def doubt_all(doubts: Iterable[Doubt], *, by: str, at: datetime) -> list[Doubt]:
    """Put pairs on the review list; returns those that were not on it."""
    new = []
    for pair in doubts:
        _, outcome = doubt(
            institution=pair.institution,
            other=pair.other,
            reason=pair.reason,
            score=pair.score,
            verdict=pair.verdict,
            by=by,
            at=at,
        )
        if outcome is Outcome.NEW:
            new.append(pair)
    return new


def _held(claims: Sequence[Claim], source: Source) -> dict[tuple[int, Code], Identifier]:
    institutions = {claim.institution.pk for claim in claims}
    rows = Identifier.objects.filter(institution__in=institutions, source=source)
    return {(row.institution_id, Code(row.scheme, row.value)): row for row in rows}


def _certainty(claim: Claim, bearers: Bearers, settled: Settled) -> str:
    if claim.certainty != Certainty.CONFIRMED:
        return claim.certainty
    bearer = bearers.confirmed.setdefault(claim.code, claim.institution)
    if bearer == claim.institution:
        return Certainty.CONFIRMED
    settled.doubts.append(Doubt(claim.institution, bearer, f"Both bear {claim.code}"))
    return Certainty.UNCERTAIN


def _row(claim: Claim, certainty: str, source: Source) -> Identifier:
    return Identifier(
        institution_id=claim.institution.pk,
        scheme=claim.code.scheme,
        value=claim.code.value,
        source_id=source.pk,
        certainty=certainty,
        evidence=claim.evidence,
        **period_columns(claim.start, ""),
    )


def _revise(row: Identifier, certainty: str, evidence: str, *, reopens: bool) -> bool:
    before = (row.certainty, row.evidence, row.end)
    row.certainty, row.evidence = certainty, evidence
    if reopens and row.end:
        row.end, row.counts_until = "", None
    return before != (row.certainty, row.evidence, row.end)
