# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: registering an agreement as a source gives it, and suspending one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model

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
from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.journal.actions import Outcome, action, record, settle
from amicorum.multilingual.actions import Texts, write_texts
from amicorum.sources.models import Source, period_columns


class UnableToRegister(ValueError):
    """The agreement as drafted breaks a rule; the message says which."""


class UnableToSuspend(ValueError):
    """The suspension cannot take effect; the message says why."""


@dataclass(frozen=True)
class RoundDraft:
    """One giving of places; the year is the one in which the academic year starts."""

    academic_year: int
    opens_on: date
    closes_on: date
    places: int
    taken: int = 0


@dataclass(frozen=True)
class ConditionDraft:
    """A cooperation condition; languages map a code to a CEFR level or to nothing."""

    mobility: str
    direction: str
    seats_per_year: int
    first_academic_year: int
    last_academic_year: int
    months: Decimal | None = None
    days: Decimal | None = None
    is_blended: bool = False
    terms: str = ""
    fields: Sequence[str] = ()
    levels: Sequence[int] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    rounds: Sequence[RoundDraft] = ()


@dataclass(frozen=True)
class AgreementDraft:
    """An agreement as one source gives it, ready to be registered."""

    key: str
    kind: str
    owner: OUnit
    partners: Sequence[tuple[Institution, OUnit | None]]
    start: str
    end: str
    source: Source
    conditions: Sequence[ConditionDraft] = ()
    open_to: Sequence[OUnit] = ()
    texts: Texts = field(default_factory=dict)
    signed_on: date | None = None
    verified_on: date | None = None
    certainty: str = "confirmed"
    is_sample: bool = False

    @property
    def fingerprint(self) -> str:
        """Equal for equal drafts, so that an unchanged one is known without reading its parts."""
        plain = json.dumps(vars(self), default=_fingerprint_part, sort_keys=True)
        return hashlib.sha256(plain.encode()).hexdigest()


def _fingerprint_part(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    return vars(value) if is_dataclass(value) else str(value)


@action("agreement.register")
def register(*, home: Home, draft: AgreementDraft, by: str, at: datetime) -> tuple[Agreement, Outcome]:
    """Register an agreement of this home under its key, or bring it up to the draft.

    Raises `UnableToRegister`, or `vocabulary.errors.NotInVocabulary` for an impossible period.
    """
    held = Agreement.objects.of_home(home).filter(key=draft.key).first()
    if held and held.fingerprint == draft.fingerprint:
        return held, Outcome.UNCHANGED
    _check(home, draft)
    before = {name: str(getattr(held, name)) for name in ("kind", "start", "end")} if held else None
    agreement = held or Agreement(home=home, key=draft.key)
    for name, value in _columns(draft).items():
        setattr(agreement, name, value)
    agreement.save()
    if held:
        held.parties.all().delete()
        held.conditions.all().delete()
    _write_parts(agreement, draft, at)
    after = {"kind": draft.kind, "start": agreement.start, "end": agreement.end}
    record("agreement.register", agreement, by=by, at=at, scope=home.slug, before=before, after=after)
    return agreement, Outcome.CHANGED if held else Outcome.NEW


def _check(home: Home, draft: AgreementDraft) -> None:
    if not draft.partners:
        raise UnableToRegister("an agreement needs a partner")
    if any(partner == home.institution for partner, _ in draft.partners):
        raise UnableToRegister("a university has no agreement with itself")
    if draft.owner.institution_id != home.institution_id:
        raise UnableToRegister("the owner must be a unit of the home")
    if draft.kind == Agreement.Kind.MOU and draft.conditions:
        raise UnableToRegister("a memorandum of understanding alone opens no places")
    if any(one.last_academic_year < one.first_academic_year for one in draft.conditions):
        raise UnableToRegister("the last academic year of a condition lies before its first")


def _columns(draft: AgreementDraft) -> dict[str, Any]:
    return {
        **period_columns(draft.start, draft.end),
        "kind": draft.kind,
        "owner": draft.owner,
        "source": draft.source,
        "certainty": draft.certainty,
        "signed_on": draft.signed_on,
        "verified_on": draft.verified_on,
        "is_sample": draft.is_sample,
        "fingerprint": draft.fingerprint,
    }


def _write_parts(agreement: Agreement, draft: AgreementDraft, at: datetime) -> None:
    """Write parties and conditions as the draft has them, each table at once; there are none before."""
    Party.objects.bulk_create(
        Party(agreement=agreement, institution=institution, unit=unit) for institution, unit in draft.partners
    )
    _write_conditions(agreement, draft.conditions)
    agreement.open_to.set(draft.open_to)
    write_texts(agreement, draft.texts, at=at)


def _write_conditions(agreement: Agreement, drafts: Sequence[ConditionDraft]) -> None:
    written = Condition.objects.bulk_create(_condition(agreement, draft) for draft in drafts)
    both = list(zip(written, drafts, strict=True))
    ConditionField.objects.bulk_create(
        ConditionField(condition=condition, isced_f=code)
        for condition, draft in both
        for code in draft.fields
    )
    ConditionLevel.objects.bulk_create(
        ConditionLevel(condition=condition, eqf_level=level)
        for condition, draft in both
        for level in draft.levels
    )
    ConditionLanguage.objects.bulk_create(
        ConditionLanguage(condition=condition, language=language, cefr=cefr)
        for condition, draft in both
        for language, cefr in draft.languages.items()
    )
    Round.objects.bulk_create(
        Round(condition=condition, **vars(one)) for condition, draft in both for one in draft.rounds
    )


def _condition(agreement: Agreement, draft: ConditionDraft) -> Condition:
    return Condition(
        agreement=agreement,
        mobility=draft.mobility,
        direction=draft.direction,
        seats_per_year=draft.seats_per_year,
        months=draft.months,
        days=draft.days,
        is_blended=draft.is_blended,
        terms=draft.terms,
        first_academic_year=draft.first_academic_year,
        last_academic_year=draft.last_academic_year,
    )


@action("agreement.suspend")
def suspend(
    *,
    agreement: Agreement,
    since: date,
    reason: str,
    review_on: date,
    by: str,
    at: datetime,
    until: date | None = None,
) -> tuple[Suspension, Outcome]:
    """Let an agreement rest from a day on, or correct the suspension that begins on that day.

    It leaves every public list with the commit. `until` is exclusive. Raises `UnableToSuspend`
    without grounds, with an end that is not after its start or with a review before it.
    """
    if not reason.strip():
        raise UnableToSuspend("a suspension needs its grounds")
    if review_on < since:
        raise UnableToSuspend("the day of review lies before the suspension")
    if until is not None and until <= since:
        raise UnableToSuspend("the end of the suspension does not lie after its start")
    return settle(
        Suspension,
        identity={"agreement": agreement, "since": since},
        values={"until": until, "reason": reason, "review_on": review_on},
        verb="agreement.suspend",
        by=by,
        at=at,
        scope=agreement.home.slug,
        about=agreement,
    )
