# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the read model takes from the database, as plain rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from amicorum.agreements.models import (
    Agreement,
    Condition,
    ConditionField,
    ConditionLanguage,
    ConditionLevel,
    Party,
    Round,
    Suspension,
)
from amicorum.institutions.models import Home
from amicorum.sources.models import PUBLIC

Row = tuple[Any, ...]

STUDENTS = (
    Condition.Mobility.STUDENT_STUDIES,
    Condition.Mobility.STUDENT_TRAINEESHIP,
    Condition.Mobility.DOCTORAL,
)
"""The mobilities that are places for students; a teacher's visit is none."""

NEVER = date.max.toordinal()
ALWAYS = 0

_CHUNK = 5_000


def first_day(day: date | None) -> int:
    """The day as a number that compares, when none means since ever."""
    return day.toordinal() if day else ALWAYS


def last_day(day: date | None) -> int:
    """The day as a number that compares, when none means that no end is known."""
    return day.toordinal() if day else NEVER


@dataclass(frozen=True)
class Facts:
    """The public agreements of a home and their parts; with `only`, those of these agreements."""

    home: Home
    only: Sequence[int] | None = None

    def agreements(self) -> Iterator[Row]:
        """Id, kind, first day, day from which it is over."""
        return self._rows(Agreement, "", "pk", "kind", "counts_from", "counts_until")

    def parties(self) -> Iterator[Row]:
        """Agreement, institution; in the order in which the agreement names them."""
        return self._rows(Party, "agreement__", "agreement_id", "institution_id")

    def open_to(self) -> Iterator[Row]:
        """Agreement, code of a unit whose students it is meant for."""
        return self._rows(Agreement, "", "pk", "open_to__code", open_to__isnull=False)

    def suspensions(self) -> Iterator[Row]:
        """Agreement, since, until."""
        return self._rows(Suspension, "agreement__", "agreement_id", "since", "until")

    def conditions(self) -> Iterator[Row]:
        """Condition, agreement, last academic year, terms."""
        return self._outgoing(Condition, "", "pk", "agreement_id", "last_academic_year", "terms")

    def fields(self) -> Iterator[Row]:
        """Condition, field."""
        return self._outgoing(ConditionField, "condition__", "condition_id", "isced_f")

    def levels(self) -> Iterator[Row]:
        """Condition, level."""
        return self._outgoing(ConditionLevel, "condition__", "condition_id", "eqf_level")

    def languages(self) -> Iterator[Row]:
        """Condition, language."""
        return self._outgoing(ConditionLanguage, "condition__", "condition_id", "language")

    def rounds(self) -> Iterator[Row]:
        """Condition, opening day, closing day, places, of which taken."""
        return self._outgoing(
            Round, "condition__", "condition_id", "opens_on", "closes_on", "places", "taken"
        )

    def _outgoing(self, model: type[models.Model], path: str, *columns: str) -> Iterator[Row]:
        outgoing = {f"{path}direction": Condition.Direction.SENDING, f"{path}mobility__in": STUDENTS}
        return self._rows(model, f"{path}agreement__", *columns, **outgoing)

    def _rows(self, model: type[models.Model], path: str, *columns: str, **wanted: Any) -> Iterator[Row]:
        wanted |= {f"{path}home": self.home.pk, f"{path}certainty__in": PUBLIC}
        if self.only is not None:
            wanted[f"{path}pk__in"] = self.only
        rows = model._default_manager.filter(**wanted).order_by("pk").values_list(*columns)
        return iter(rows.iterator(chunk_size=_CHUNK))
