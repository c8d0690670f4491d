# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The read model that a worker keeps of each home, never older than the last commit.

The public version of a home is raised in the transaction of each change and its row stays locked
until the commit (`journal.models.PublicVersion`). So transactions that change one home commit one
after another, and within its scope, unlike in the whole journal, a lower entry is never committed
after a higher one: on PostgreSQL too. The entries since the last one seen therefore name all that
changed, as long as there are as many of them as the version was raised; where there are fewer,
facts were written in bulk and everything is read anew.
"""

from collections.abc import MutableMapping
from datetime import date
from functools import lru_cache, partial
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.models import Count, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from amicorum.agreements.destinations.columns import Columns
from amicorum.agreements.destinations.days import Day
from amicorum.agreements.destinations.partners import Partners
from amicorum.agreements.destinations.reading import Facts
from amicorum.agreements.destinations.values import Values
from amicorum.agreements.destinations.world import World
from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home
from amicorum.journal.models import SHARED, Entry, PublicVersion

MOST_CHANGES = 500
"""With more changed agreements than this, reading all anew is faster."""

DAYS_KEPT = 4
ATTEMPTS = 3


class Version(NamedTuple):
    """The public versions of shared facts and of a home's own, and the home's last entry at that time."""

    shared: int = 0
    own: int = 0
    last_entry: int = 0


class ReadModel:
    """The agreements of a home at one version."""

    def __init__(
        self, version: Version, world: World, columns: Columns, partners: Partners | None = None
    ) -> None:
        self.version = version
        self.world = world
        self.columns = columns
        self.partners = partners or Partners(columns, world)
        self.values = Values(columns, world, self.partners)
        # Bound to the parts and not to the model, which is thus freed as soon as a newer one stands.
        state = partial(Day.of, columns=columns, partners=self.partners, world=world)
        self._days = lru_cache(maxsize=DAYS_KEPT)(state)

    def on(self, day: date) -> Day:
        """How the agreements stand on a day; the last few days are kept."""
        return self._days(day)


Kept = MutableMapping[int, ReadModel]

_committed: dict[int, ReadModel] = {}
_uncommitted: WeakKeyDictionary[Any, dict[int, ReadModel]] = WeakKeyDictionary()
_locks: dict[int, Lock] = {}


def forget() -> None:
    """Forget every read model; for when the database itself is exchanged, as tests do."""
    _committed.clear()


def current(home: Home) -> ReadModel:
    """The read model of a home as of the last commit; one query when nothing has changed."""
    kept = _kept()
    held = kept.get(home.pk)
    if held and _numbers(home) == held.version[:2]:
        return held
    with _locks.setdefault(home.pk, Lock()):
        held = kept.get(home.pk) or _read_all(home)
        # What is committed while we read counts as a change: read on until nothing is.
        for _ in range(ATTEMPTS):
            if (numbers := _numbers(home)) == held.version[:2]:
                break
            held = _caught_up(home, held, shared=numbers[0])
        kept[home.pk] = held
        return held


def _kept() -> Kept:
    """Where read models are kept.

    What is read inside a transaction may be rolled back, and its version given again to other
    facts: such a model lives as long as the innermost block of the transaction.
    """
    blocks = connection.atomic_blocks
    return _uncommitted.setdefault(blocks[-1], {}) if blocks else _committed


def _numbers(home: Home) -> tuple[int, int]:
    rows = PublicVersion.objects.filter(scope__in=[SHARED, home.slug]).values_list("scope", "number")
    numbers = dict(rows)
    return numbers.get(SHARED, 0), numbers.get(home.slug, 0)


def _read_all(home: Home) -> ReadModel:
    version = Version(_numbers(home)[0], *_own_state(home, since=0)[:2])
    world = World.of(home)
    return ReadModel(version, world, Columns().updated(Facts(home), world.sort_keys))


def _caught_up(home: Home, held: ReadModel, *, shared: int) -> ReadModel:
    own, last_entry, entries = _own_state(home, since=held.version.last_entry)
    version = Version(shared, own, last_entry)
    changed = _changed(home, held.version, version, entries)
    if changed is None:
        return _read_all(home)
    is_same_world = shared == held.version.shared
    world = held.world if is_same_world else World.of(home)
    if not changed:
        return ReadModel(version, world, held.columns, held.partners if world == held.world else None)
    columns = held.columns.updated(Facts(home, sorted(changed)), world.sort_keys)
    if is_same_world and columns.spans.partners == held.columns.spans.partners:
        return ReadModel(version, world, columns, held.partners)
    return ReadModel(version, World.of(home) if is_same_world else world, columns)


def _own_state(home: Home, *, since: int) -> tuple[int, int, int]:
    """The home's public version, its last entry and the number of entries since one, in one statement.

    One statement sees one state of the database, so the three belong together.
    """
    entries = Entry.objects.filter(scope=OuterRef("scope"), pk__gt=since).order_by().values("scope")
    state = (
        PublicVersion.objects.filter(scope=home.slug)
        .annotate(
            last=Coalesce(Subquery(entries.annotate(last=Max("pk")).values("last")), since),
            entries=Coalesce(Subquery(entries.annotate(entries=Count("pk")).values("entries")), 0),
        )
        .values_list("number", "last", "entries")
        .first()
    )
    return state or (0, since, 0)


def _changed(home: Home, seen: Version, now: Version, entries: int) -> set[int] | None:
    """The agreements that changed between two versions; None when all are to be read anew."""
    if now.own - seen.own != entries or entries > MOST_CHANGES:
        return None
    span = Entry.objects.filter(scope=home.slug, pk__gt=seen.last_entry, pk__lte=now.last_entry)
    subjects = set(span.values_list("subject_kind", "subject_id"))
    agreement = Agreement._meta.label_lower
    parts = f"{Agreement._meta.app_label}."
    if any(kind.startswith(parts) and kind != agreement for kind, _ in subjects):
        return None
    return {int(subject) for kind, subject in subjects if kind == agreement}
