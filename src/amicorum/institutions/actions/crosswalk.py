# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verb: joining two registers by a match that someone made, without merging any institution."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from amicorum.institutions.actions.claims import Bearers, Claim, Doubt, Settled, doubt_all, settle_claims
from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.entries import Code
from amicorum.institutions.models import DoubtfulPair, Institution
from amicorum.journal.actions import Outcome, action, record
from amicorum.sources.models import Certainty, Source

_CERTAINTY = {"A": Certainty.CONFIRMED, "B": Certainty.CONFIRMED, "C": Certainty.PROBABLE}
_VERDICT = {"D": DoubtfulPair.Verdict.OPEN, "X": DoubtfulPair.Verdict.DIFFERENT}
CONFIDENCES = frozenset({*_CERTAINTY, *_VERDICT})
"""A and B are matches, C is a weak one, D may be one for a person to judge, X is none."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the crosswalk: a ROR record, a charter holder, and how surely they are one.

    `codes` are the Erasmus code first, then PIC and OID; `score` is the similarity of the names.
    """

    place: str
    ror: Code
    codes: tuple[Code, ...]
    confidence: str
    method: str
    score: float
    schac: Code | None = None


@dataclass
class Joined:
    """What became of each match, by its place; why some were refused; how many pairs are new in doubt.

    `withheld` has a sentence for each code that names another institution and therefore does not count.
    """

    outcomes: dict[str, Outcome]
    refusals: dict[str, str]
    doubtful_pairs: int
    withheld: list[str]


@dataclass
class _Sorted:
    """What each match asks for, by its place."""

    claims: dict[str, list[Claim]] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)


@action("crosswalk.take_in")
def join(matches: Sequence[Match], source: Source, *, by: str, at: datetime) -> Joined:
    """Give institutions of ROR the codes of their charters: one batch, all or nothing.

    A weak match gives probable codes, an unverified SCHAC id is uncertain. Where an Erasmus code names
    another institution already, and for every row of the review queue, the pair goes to the list of
    doubtful pairs instead.
    """
    bearers = Bearers.of(code for match in matches for code in (match.ror, *match.codes))
    asked = _sort_out(matches, bearers)
    claims = [claim for each in asked.claims.values() for claim in each]
    settled = settle_claims(claims, bearers, source, reopens=False)
    new = doubt_all([*asked.doubts.values(), *settled.doubts], by=by, at=at)
    _tell(settled, source, by, at)
    doubted = {
        place: Outcome.NEW if pair in new else Outcome.UNCHANGED for place, pair in asked.doubts.items()
    }
    withheld = [str(pair) for pair in settled.doubts]
    return Joined(doubted | _outcomes(asked.claims, settled), asked.refusals, len(new), withheld)


def _sort_out(matches: Sequence[Match], bearers: Bearers) -> _Sorted:
    asked = _Sorted()
    for match in matches:
        home = bearers.confirmed.get(match.ror)
        other = bearers.confirmed.get(match.codes[0])
        if home is None:
            asked.refusals[match.place] = f"no institution bears the {match.ror}"
        elif refusal := _refusal(match, home, other):
            asked.refusals[match.place] = refusal
        elif other is not None and other != home:
            asked.doubts[match.place] = _doubt(match, home, other)
        else:
            asked.claims[match.place] = list(_claims(match, home))
    return asked


def _refusal(match: Match, home: Institution, other: Institution | None) -> str:
    if match.confidence in _VERDICT and other is None:
        return f"no institution bears the {match.codes[0]}"
    if match.confidence in _VERDICT and other == home:
        return f"{match.ror} and {match.codes[0]} are one institution already"
    return ""


def _doubt(match: Match, home: Institution, other: Institution) -> Doubt:
    verdict = _VERDICT.get(match.confidence, DoubtfulPair.Verdict.OPEN)
    reason = f"Crosswalk, confidence {match.confidence}: {match.method}"
    return Doubt(home, other, reason[:300], match.score, verdict)


def _claims(match: Match, home: Institution) -> Iterator[Claim]:
    for code in match.codes:
        yield Claim(home, code, _CERTAINTY[match.confidence], match.method)
    if match.schac is not None:
        yield Claim(home, match.schac, Certainty.UNCERTAIN, "derived from the web domain, unverified")


def _outcomes(claims: dict[str, list[Claim]], settled: Settled) -> dict[str, Outcome]:
    """New where a match brought a code, changed where it changed how sure one is."""
    made = {(row.institution_id, Code(row.scheme, row.value)) for row in settled.made}
    changed = {(row.institution_id, Code(row.scheme, row.value)) for row in settled.changed}
    outcomes = {}
    for place, each in claims.items():
        asked = {(claim.institution.pk, claim.code) for claim in each}
        known = Outcome.CHANGED if asked & changed else Outcome.UNCHANGED
        outcomes[place] = Outcome.NEW if asked & made else known
    return outcomes


def _tell(settled: Settled, source: Source, by: str, at: datetime) -> None:
    touched = {row.institution_id for row in settled.made + settled.changed}
    names_changed(touched)
    if touched:
        record("crosswalk.take_in", source, by=by, at=at, after={"institutions": len(touched)})
