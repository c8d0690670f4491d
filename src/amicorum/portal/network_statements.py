# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is stated of a network, put in order: its founding, its figures, its aims and what it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from amicorum.networks.models import Network, NetworkStatement
from amicorum.portal import words
from amicorum.portal.passages import Passage, passages
from amicorum.sources.models import Source
from amicorum.vocabulary.partial_dates import PartialDate, parse_partial_date

FRESH = timedelta(days=366)
"""A figure that is older than a year asks to be checked."""
MEMBERS = "members"


@dataclass(frozen=True)
class Corrected:
    """A statement that others put right, with those that do; both are kept."""

    statement: NetworkStatement
    better: Sequence[Passage]


@dataclass(frozen=True)
class Founding:
    """What sources say of the founding: what stands, and what was put right."""

    standing: Sequence[Passage]
    corrected: Sequence[Corrected]


@dataclass(frozen=True)
class Figure:
    """A figure as a source states it: by its statement, or as a bare number."""

    about: str
    statement: NetworkStatement | None
    number: int | None
    dated: str
    source: Source
    is_to_be_checked: bool

    @property
    def label(self) -> str:
        """Of what it is the figure."""
        return {MEMBERS: _("Members stated"), "countries": _("Countries stated")}.get(self.about, _("Figure"))

    @property
    def when(self) -> str:
        """Of which day it speaks, in words; nothing when that is not known."""
        if not self.dated:
            return ""
        written = parse_partial_date(self.dated)
        sentence = _("Stated on %(date)s.") if written.precision == "day" else _("Stated in %(date)s.")
        return sentence % {"date": words.partial_date(written)}


def stated_kinds() -> list[tuple[str, str]]:
    """The kinds of statement that tell what a network is and does, in the order of the page."""
    kind = NetworkStatement.Kind
    return [
        (kind.AIM, _("What it is for")),
        (kind.ACTIVITY, _("What it does")),
        (kind.AUDIENCE, _("For whom")),
        (kind.POLICY, _("Policy")),
    ]


def groups(statements: Iterable[NetworkStatement], day: date) -> list[tuple[str, list[Passage]]]:
    """What it is for, what it does, for whom, in policy: each with what sources say that held on the day."""
    held = [one for one in statements if one.covers(day)]
    named = [(name, [one for one in held if one.kind == kind]) for kind, name in stated_kinds()]
    return [(name, passages(of_kind)) for name, of_kind in named if of_kind]


def founding(statements: Iterable[NetworkStatement]) -> Founding:
    """The facts of the founding with every source; those that were put right apart."""
    told = [one for one in statements if one.kind == NetworkStatement.Kind.FOUNDING]
    standing = [one for one in told if one.corrected_by_id is None]
    corrected = [Corrected(one, passages(_better(one, standing))) for one in told if one.corrected_by_id]
    return Founding(passages(standing), corrected)


def _better(one: NetworkStatement, standing: Sequence[NetworkStatement]) -> list[NetworkStatement]:
    """The statement that puts it right, and those of other sources that say the same."""
    right = next((other for other in standing if other.pk == one.corrected_by_id), None)
    if right is None:
        return []
    return [other for other in standing if (other.about, other.value) == (right.about, right.value)]


def figures(network: Network, statements: Iterable[NetworkStatement], day: date) -> list[Figure]:
    """Each figure once, as the newest source on or before the day states it, else as the oldest."""
    told = [one for one in statements if one.kind == NetworkStatement.Kind.FIGURE]
    by_about = groupby(sorted(told, key=lambda one: one.about), key=lambda one: one.about)
    found = [_newest(list(of_one), day) for _about, of_one in by_about]
    shown = [_stated(one, day) for one in found if one]
    if any(one.about == MEMBERS for one in told) or network.members_stated_source is None:
        return shown
    dated = network.members_stated_on
    checked = _is_old(dated, day)
    source = network.members_stated_source
    return [Figure(MEMBERS, None, network.members_stated, dated, source, checked), *shown]


def _newest(told: Sequence[NetworkStatement], day: date) -> NetworkStatement | None:
    held = sorted((one for one in told if one.covers(day)), key=_as_of)
    by_then = [one for one in held if _as_of(one) <= day]
    return by_then[-1] if by_then else next(iter(held), None)


def _as_of(one: NetworkStatement) -> date:
    return _dated(one).first_day if _dated_text(one) else date.min


def _dated_text(one: NetworkStatement) -> str:
    return one.as_of or one.source.dated


def _dated(one: NetworkStatement) -> PartialDate:
    return parse_partial_date(_dated_text(one))


def _stated(one: NetworkStatement, day: date) -> Figure:
    dated = _dated_text(one)
    return Figure(one.about, one, None, dated, one.source, _is_old(dated, day))


def _is_old(dated: str, day: date) -> bool:
    """Whether a figure of this date was older than a year on the day; an undated one is."""
    return not dated or day - parse_partial_date(dated).last_day > FRESH
