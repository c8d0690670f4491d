# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: recording what happens, and settling a record to what a source says."""

import functools
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction
from django.db.models import F

from amicorum.journal.models import SHARED, Entry, PublicVersion
from amicorum.multilingual.actions import Texts, write_texts

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)
Many = Mapping[str, Iterable[models.Model]]
"""Field -> all the records that it names."""

VERBS: dict[str, Callable[..., Any]] = {}
"""Every verb of the house and the action that does it."""


class Outcome(StrEnum):
    """What became of a record that was settled."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class UnknownVerb(LookupError):
    """An entry was to be recorded under a verb that no action bears."""


def action(verb: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Give an action its verb, and one transaction around all that it does."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def atomically(*args: P.args, **kwargs: P.kwargs) -> R:
            with transaction.atomic():
                return function(*args, **kwargs)

        VERBS[verb] = atomically
        return atomically

    return decorate


def record(
    verb: str,
    subject: models.Model,
    *,
    by: str,
    at: datetime,
    scope: str = SHARED,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Write one entry and raise the public version of its scope.

    `by` names who did it as `person:<id>` or as the door it came through, `intake:<list>`;
    `before` and `after` are plain values without personal data.
    """
    if verb not in VERBS:
        raise UnknownVerb(f"no action bears the verb {verb!r}")
    raise_public_version(scope)
    return Entry.objects.create(
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        scope=scope,
        by=by,
        at=at,
        before=before,
        after=after,
    )


def raise_public_version(scope: str = SHARED) -> None:
    """Say that public facts of this scope change with the present transaction."""
    if not PublicVersion.objects.filter(scope=scope).update(number=F("number") + 1):
        PublicVersion.objects.create(scope=scope, number=1)


def settle(
    model: type[M],
    *,
    identity: Mapping[str, Any],
    values: Mapping[str, Any],
    verb: str,
    by: str,
    at: datetime,
    scope: str = SHARED,
    texts: Texts | None = None,
    many: Many | None = None,
    about: models.Model | None = None,
) -> tuple[M, Outcome]:
    """Make the record of this identity hold these values, texts and relations to many records.

    A change is recorded, of the record itself or of the one that it is `about`. Settling twice does
    nothing the second time, so any source can be taken in again.
    """
    held = model._default_manager.filter(**identity).first()
    if held is None:
        fresh = model._default_manager.create(**identity, **values)
        _, named = _settle_many(fresh, many or {})
        if texts:
            write_texts(fresh, texts, at=at)
        record(verb, about or fresh, by=by, at=at, scope=scope, after={**_plain(values), **named})
        return fresh, Outcome.NEW
    before, after = _settle_values(held, values)
    for told, others in zip((before, after), _settle_many(held, many or {}), strict=True):
        told.update(others)
    if texts and write_texts(held, texts, at=at):
        after["texts"] = sorted(texts)
    if not after:
        return held, Outcome.UNCHANGED
    record(verb, about or held, by=by, at=at, scope=scope, before=before or None, after=after)
    return held, Outcome.CHANGED


Difference = tuple[dict[str, Any], dict[str, Any]]
"""What stood before and what stands after, in plain values; empty when both are the same."""


def _settle_values(held: models.Model, values: Mapping[str, Any]) -> Difference:
    before = {name: getattr(held, name) for name in values if getattr(held, name) != values[name]}
    after = {name: values[name] for name in before}
    for name, value in after.items():
        setattr(held, name, value)
    if after:
        held.save(update_fields=list(after))
    return _plain(before), _plain(after)


def _settle_many(subject: models.Model, many: Many) -> Difference:
    """Records are compared and told by their primary keys."""
    before, after = {}, {}
    for name, records in many.items():
        related = getattr(subject, name)
        held, wanted = set(related.values_list("pk", flat=True)), {one.pk for one in records}
        if held != wanted:
            related.set(wanted)
            before[name], after[name] = sorted(held), sorted(wanted)
    return before, after


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON can hold them; another record is named by its key."""
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    return str(value) if isinstance(value, date | datetime | Decimal) else value
