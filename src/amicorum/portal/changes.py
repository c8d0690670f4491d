# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed in the public register of a home, from the journal, in sentences.

The journal has one entry for each record, and a first load or a new list brings hundreds at one moment.
A reader wants to know what happened to a network or a programme, so all that was recorded of one of
them at one moment is one change, headed by what it means for the home. A first load thus makes one
change for each network and programme of the home, and a single correction makes one as well.
Agreements are not in the feed: what is invented for a demonstration never is news.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

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


class Rank(IntEnum):
    """What of a change is told first."""

    HOME = 0
    WHOLE = 1
    OTHERS = 2


@dataclass(frozen=True)
class Told:
    """One entry of the journal as a sentence."""

    about: Whole
    at: datetime
    rank: Rank
    sentence: str


@dataclass(frozen=True)
class Change:
    """What was recorded of one network or programme at one moment."""

    about: Whole
    at: datetime
    title: str
    sentences: Sequence[str]

    @property
    def name(self) -> str:
        """A name of the change that stays, whichever database holds the journal."""
        return f"{_kind(self.about)}/{self.about.slug}/{self.at.isoformat()}"


def changes_of(visit: Visit) -> list[Change]:
    """The newest changes to the networks and programmes of the visited home, newest first."""
    grouped: dict[tuple[datetime, str, str], list[Told]] = {}
    for entry, subject in _entries(visit):
        told = _told(visit, entry, subject)
        grouped.setdefault((told.at, _kind(told.about), told.about.slug), []).append(told)
    newest = sorted(grouped, reverse=True)[:MOST]
    return [_change(visit, grouped[key]) for key in newest]


def _kind(whole: Whole) -> str:
    return whole._meta.model_name or ""


def _change(visit: Visit, group: Sequence[Told]) -> Change:
    ordered = sorted(group, key=lambda one: (one.rank, words.sorting(one.sentence)))
    sentences = list(dict.fromkeys(one.sentence for one in ordered))
    first = ordered[0]
    title = first.sentence
    if first.rank is not Rank.HOME and len(sentences) > 1:
        counted = ngettext("%(name)s: %(count)s change", "%(name)s: %(count)s changes", len(sentences))
        title = counted % {"name": first.about.said("name", *visit.languages), "count": len(sentences)}
    return Change(first.about, first.at, title, sentences)


def _entries(visit: Visit) -> list[tuple[Entry, Fact | Whole]]:
    """The newest entries, each with the public record that it is about; others are left out."""
    subjects = {(one._meta.label_lower, str(one.pk)): one for one in _subjects(visit)}
    kinds = {kind for kind, _pk in subjects}
    entries = Entry.objects.filter(subject_kind__in=kinds).order_by("-pk")[:LOOKED_THROUGH]
    held = [(entry, subjects.get((entry.subject_kind, entry.subject_id))) for entry in entries]
    return [(entry, subject) for entry, subject in held if subject is not None]


def _subjects(visit: Visit) -> list[Fact | Whole]:
    """The networks and programmes in which the home has or had a part, and who else had one."""
    home = visit.home.institution
    memberships = list(
        Membership.objects.public()
        .filter(network__in=Membership.objects.public().of_institution(home).values("network"))
        .select_related("network", "institution")
        .prefetch_related("network__texts", "institution__names")
    )
    partners = list(
        Partner.objects.public()
        .filter(programme__in=Partner.objects.public().of_institution(home).values("programme"))
        .in_public_programmes()
        .select_related("programme", "institution")
        .prefetch_related("programme__texts", "institution__names")
    )
    networks = {one.network_id: one.network for one in memberships}
    programmes = {one.programme_id: one.programme for one in partners}
    return [*memberships, *partners, *networks.values(), *programmes.values()]


def _told(visit: Visit, entry: Entry, subject: Fact | Whole) -> Told:
    if isinstance(subject, Network | Programme):
        return Told(subject, entry.at, Rank.WHOLE, _whole_sentence(visit, entry, subject))
    whole = subject.network if isinstance(subject, Membership) else subject.programme
    rank = Rank.HOME if subject.institution_id == visit.home.institution_id else Rank.OTHERS
    sentence = _fact_sentence(visit, entry, subject) % {
        "institution": subject.institution.named(visit.language),
        "whole": whole.said("name", *visit.languages),
    }
    return Told(whole, entry.at, rank, sentence)


def _whole_sentence(visit: Visit, entry: Entry, whole: Whole) -> str:
    sentence = _("%(name)s was entered in the register.")
    if not is_new(entry):
        sentence = _("What is said of %(name)s was brought up to date.")
    return sentence % {"name": whole.said("name", *visit.languages)}


def is_new(entry: Entry) -> bool:
    """Whether the entry tells of a record that was not there before; one of changed texts alone is none."""
    return entry.before is None and "texts" not in (entry.after or {})


def _fact_sentence(visit: Visit, entry: Entry, fact: Fact) -> str:
    """How a part in a network or programme is told, for the names to be filled in."""
    now, before, ended, corrected = _sentences_of(fact)
    is_over = fact.is_over(visit.today)
    if is_new(entry):
        return before if is_over else now
    return ended if is_over and (entry.after or {}).get("end") else corrected


def _sentences_of(fact: Fact) -> tuple[str, str, str, str]:
    """That it is, that it was, that it is no longer, and that the record of it changed."""
    if isinstance(fact, Partner):
        return (
            _("%(institution)s is a partner in %(whole)s."),
            _("%(institution)s was a partner in %(whole)s."),
            _("%(institution)s is no longer a partner in %(whole)s."),
            _("What is known of the part of %(institution)s in %(whole)s was brought up to date."),
        )
    if fact.kind == Membership.Kind.ASSOCIATE:
        return (
            _("%(institution)s is an associate member of %(whole)s."),
            _("%(institution)s was an associate member of %(whole)s."),
            _("%(institution)s is no longer an associate member of %(whole)s."),
            _("What is known of the membership of %(institution)s in %(whole)s was brought up to date."),
        )
    return (
        _("%(institution)s is a member of %(whole)s."),
        _("%(institution)s was a member of %(whole)s."),
        _("%(institution)s is no longer a member of %(whole)s."),
        _("What is known of the membership of %(institution)s in %(whole)s was brought up to date."),
    )
