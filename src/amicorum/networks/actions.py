# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: entering networks, memberships and what is stated of them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from amicorum.institutions.models import Institution
from amicorum.journal.actions import Outcome, action, record, settle
from amicorum.multilingual.actions import Texts
from amicorum.networks.models import CountryCount, Membership, Network, NetworkStatement
from amicorum.sources.models import Source, period_columns
from amicorum.vocabulary.periods import parse_moment


class UnableToEndMembership(ValueError):
    """The membership cannot end on that day; the message says why."""


@action("network.enter")
def enter_network(
    *, slug: str, values: Mapping[str, Any], texts: Texts, by: str, at: datetime
) -> tuple[Network, Outcome]:
    """Enter a network under its id, or bring what is held up to these values.

    Raises `vocabulary.errors.NotAMoment` for a date of founding that is none.
    """
    parse_moment(str(values.get("founded", "")))
    return settle(
        Network,
        identity={"slug": slug},
        values=values,
        verb="network.enter",
        by=by,
        at=at,
        texts=texts,
    )


@action("membership.enter")
def enter_membership(
    *,
    key: str,
    network: Network,
    institution: Institution,
    start: str,
    end: str,
    values: Mapping[str, Any],
    also_sources: Iterable[Source] = (),
    by: str,
    at: datetime,
) -> tuple[Membership, Outcome]:
    """Enter a membership; an unknown start counts from the founding of the network.

    Raises `vocabulary.errors.NotAMoment` or `ImpossiblePeriod`.
    """
    columns = {
        "network": network,
        "institution": institution,
        **values,
        **period_columns(start, end, founded=network.founded_on),
    }
    return settle(
        Membership,
        identity={"key": key},
        values=columns,
        verb="membership.enter",
        by=by,
        at=at,
        many={"also_sources": also_sources},
    )


@action("membership.end")
def end_membership(*, membership: Membership, on: date, by: str, at: datetime) -> Membership:
    """End a membership: from this day on its institution is a former member.

    Ending it again on the same day does nothing. Raises `UnableToEndMembership` for a day that
    is not after its start.
    """
    if membership.counts_from and on <= membership.counts_from:
        raise UnableToEndMembership(
            f"the membership began on {membership.counts_from}, it cannot end on {on}"
        )
    if membership.counts_until == on and membership.end == on.isoformat():
        return membership
    before = {"end": membership.end}
    membership.end, membership.counts_until = on.isoformat(), on
    membership.save(update_fields=["end", "counts_until"])
    record("membership.end", membership, by=by, at=at, before=before, after={"end": membership.end})
    return membership


@action("network.state")
def state(
    *,
    key: str,
    network: Network,
    start: str,
    end: str,
    values: Mapping[str, Any],
    text: Mapping[str, str],
    by: str,
    at: datetime,
) -> tuple[NetworkStatement, Outcome]:
    """Enter what a source states of a network, beside what other sources state."""
    columns = {"network": network, **values, **period_columns(start, end)}
    return settle(
        NetworkStatement,
        identity={"key": key},
        values=columns,
        verb="network.state",
        by=by,
        at=at,
        texts={"text": text},
    )


@action("network.count")
def count_members(
    *, network: Network, place: str, values: Mapping[str, Any], by: str, at: datetime
) -> tuple[CountryCount, Outcome]:
    """Enter how many members a source counts in a country."""
    return settle(
        CountryCount,
        identity={"network": network, "place": place},
        values=values,
        verb="network.count",
        by=by,
        at=at,
    )
