# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in the public register of a home, from the journal, in sentences.

The journal has one entry for each record, and a first load or a new list brings hundreds at one moment.
A reader wants to know what happened to a network or a programme, so all that was recorded of one of
them at one moment is one change, headed by what it means for the home. A first load thus makes one
change for each network and programme of the home, and a single correction makes one as well.
Agreements are not in the feed: what is invented for a demonstration never is news.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.journal.models import Entry
from amicorum.networks.models import Membership, Network
from amicorum.portal import words
from amicorum.portal.visit import Visit
from amicorum.programmes.models import Partner, Programme

MOST = 50
"""Changes that the feed holds."""
LOOKED_THROUGH = 5_000
"""Newest entries of the journal that are read for them."""

Fact = Membership | Partner
Whole = Network | Programme


@dataclass(frozen=True)
class Change:
    """What was recorded of one network or programme at one moment."""

    about: Whole
    at: datetime
    sentences: Sequence[str]

    @property
    def name(self) -> str:
        """A name of the change that stays, whichever database holds the journal."""
        return f"{type(self.about).__name__.lower()}/{self.about.slug}/{self.at.isoformat()}"


@dataclass(frozen=True)
class _Told:
    """One entry of the journal as a sentence; those on the home itself come first."""

    about: Whole
    at: datetime
    rank: int
    sentence: str


def changes_of(visit: Visit) -> list[Change]:
    """The newest changes to the networks and programmes of the visited home, newest first."""
    told = [one for entries in _entries(visit) for one in _told(visit, *entries)]
    grouped: dict[tuple[datetime, str, str], list[_Told]] = {}
    for one in told:
        grouped.setdefault((one.at, type(one.about).__name__, one.about.slug), []).append(one)
    newest = sorted(grouped.items(), key=lambda item: item[0], reverse=True)[:MOST]
    return [_change(group) for _key, group in newest]


def _change(group: Sequence[_Told]) -> Change:
    ordered = sorted(group, key=lambda one: (one.rank, words.sorting(one.sentence)))
    sentences = list(dict.fromkeys(one.sentence for one in ordered))
    return Change(ordered[0].about, ordered[0].at, sentences)


def _entries(visit: Visit) -> list[tuple[Entry, Fact | Whole]]:
    """The newest entries with the public record that each is about; what is no longer public is left out."""
    subjects = {(type(one)._meta.label_lower, str(one.pk)): one for one in _subjects(visit)}
    kinds = {kind for kind, _pk in subjects}
    entries = Entry.objects.filter(subject_kind__in=kinds).order_by("-pk")[:LOOKED_THROUGH]
    held = [(entry, subjects.get((entry.subject_kind, entry.subject_id))) for entry in entries]
    return [(entry, subject) for entry, subject in held if subject is not None]


def _subjects(visit: Visit) -> Iterable[Fact | Whole]:
    """The networks and programmes in which the home has or had a part, and who else had one."""
    own = visit.home.institution
    memberships = Membership.objects.public().filter(
        network__in=Membership.objects.public().of_institution(own).values("network")
    )
    partners = Partner.objects.public().filter(
        programme__in=Partner.objects.public().of_institution(own).values("programme"),
        programme__in_public=True,
    )
    return [*memberships, *partners]
