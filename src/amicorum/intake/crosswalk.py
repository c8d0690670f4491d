# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the crosswalk between ROR and the charter list, and its review queue."""

from datetime import datetime
from pathlib import Path

from django.utils import timezone

from amicorum.institutions.actions.crosswalk import CONFIDENCES, Match, join
from amicorum.institutions.entries import Code
from amicorum.intake.editions import batches
from amicorum.intake.report import Report, shown
from amicorum.intake.tables import Row, UnableToTakeIn, refusing, rows_of_table
from amicorum.sources.actions import enter_source
from amicorum.sources.models import Source
from amicorum.vocabulary.codes import SCHEMES
from amicorum.vocabulary.errors import NotInVocabulary

KEY = "crosswalk"
COLUMNS = (
    "ror_id",
    "erasmus_code",
    "pic",
    "oid",
    "schac_candidate",
    "confidence",
    "method",
    "name_similarity",
)
_TITLE = "Match of the Erasmus Charter list with the Research Organization Registry"


def take_in_crosswalk(path: Path, *, by: str, at: datetime, report: Report) -> None:
    """Take in matches, or the review queue: the column `confidence` tells which a row is.

    Raises `UnreadableFile`.
    """
    rows = rows_of_table(path, COLUMNS, report=report, key="erasmus_code")
    matches = []
    for row in rows:
        with refusing(report, row):
            matches.append(_match(row, report))
    source = _source(by, at)
    for batch in batches(shown(matches, "matches")):
        joined = join(batch, source, by=by, at=at)
        for outcome in joined.outcomes.values():
            report.note(outcome)
        for place, reason in joined.refusals.items():
            report.refuse(place, reason)
        for sentence in joined.withheld:
            report.refuse("a code", sentence)
        report.counts["doubtful pairs"] += joined.doubtful_pairs


def _source(by: str, at: datetime) -> Source:
    held = Source.objects.filter(key=KEY).first()
    values = {"title": _TITLE, "kind": Source.Kind.OWN, "read": str(timezone.localdate(at)), "language": "en"}
    return held or enter_source(key=KEY, values=values, by=by, at=at)[0]


def _match(row: Row, report: Report) -> Match:
    if row["confidence"] not in CONFIDENCES:
        known = ", ".join(sorted(CONFIDENCES))
        raise UnableToTakeIn(f"the confidence {row['confidence']!r} is none of {known}")
    codes = [_code("erasmus", row["erasmus_code"])]
    codes += [code for scheme in ("pic", "oid") if (code := _further_code(scheme, row[scheme], row, report))]
    return Match(
        place=row.place,
        ror=_code("ror", row["ror_id"]),
        codes=tuple(codes),
        confidence=row["confidence"],
        method=row["method"],
        score=_score(row),
        schac=_further_code("schac", row["schac_candidate"], row, report),
    )


def _code(scheme: str, text: str) -> Code:
    return Code(scheme, SCHEMES[scheme](text))


def _further_code(scheme: str, text: str, row: Row, report: Report) -> Code | None:
    """A code that the match can do without: one that is none is refused by itself."""
    try:
        return _code(scheme, text) if text else None
    except NotInVocabulary as error:
        report.refuse(row.place, f"a code is left out: {error}")
        return None


def _score(row: Row) -> float:
    try:
        score = float(row["name_similarity"])
    except ValueError:
        score = -1
    if not 0 <= score <= 100:
        raise UnableToTakeIn(f"name_similarity says {row['name_similarity']!r}, expected 0 to 100")
    return score
