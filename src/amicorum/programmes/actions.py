# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: entering funding actions, consortia, programmes, partners and funding periods."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from amicorum.institutions.models import Institution
from amicorum.journal.actions import Outcome, action, settle
from amicorum.multilingual.actions import Texts
from amicorum.programmes.models import (
    Consortium,
    FundingAction,
    FundingPeriod,
    FundingStatement,
    Partner,
    Programme,
)
from amicorum.sources.models import Source, period_columns


@action("funding.enter")
def enter_funding_action(
    *, slug: str, values: Mapping[str, Any], texts: Texts, by: str, at: datetime
) -> tuple[FundingAction, Outcome]:
    """Enter an action that funds programmes."""
    return settle(
        FundingAction,
        identity={"slug": slug},
        values=values,
        verb="funding.enter",
        by=by,
        at=at,
        texts=texts,
    )


@action("funding.state")
def state(
    *,
    key: str,
    funding_action: FundingAction,
    start: str,
    end: str,
    values: Mapping[str, Any],
    text: Mapping[str, str],
    by: str,
    at: datetime,
) -> tuple[FundingStatement, Outcome]:
    """Enter what a source states of a funding action."""
    columns = {"funding_action": funding_action, **values, **period_columns(start, end)}
    return settle(
        FundingStatement,
        identity={"key": key},
        values=columns,
        verb="funding.state",
        by=by,
        at=at,
        texts={"text": text},
    )


@action("consortium.enter")
def enter_consortium(
    *,
    slug: str,
    start: str,
    end: str,
    values: Mapping[str, Any],
    also_sources: Iterable[Source] = (),
    by: str,
    at: datetime,
) -> tuple[Consortium, Outcome]:
    """Enter a consortium with the time of its own life."""
    columns = {**values, **period_columns(start, end)}
    return settle(
        Consortium,
        identity={"slug": slug},
        values=columns,
        verb="consortium.enter",
        by=by,
        at=at,
        many={"also_sources": also_sources},
    )


@action("programme.enter")
def enter_programme(
    *,
    slug: str,
    consortium: Consortium,
    start: str,
    end: str,
    values: Mapping[str, Any],
    texts: Texts,
    by: str,
    at: datetime,
) -> tuple[Programme, Outcome]:
    """Enter a programme; its start is its first edition."""
    columns = {"consortium": consortium, **values, **period_columns(start, end)}
    return settle(
        Programme,
        identity={"slug": slug},
        values=columns,
        verb="programme.enter",
        by=by,
        at=at,
        texts=texts,
    )


@action("partner.enter")
def enter_partner(
    *,
    key: str,
    programme: Programme,
    institution: Institution,
    start: str,
    end: str,
    values: Mapping[str, Any],
    also_sources: Iterable[Source] = (),
    by: str,
    at: datetime,
) -> tuple[Partner, Outcome]:
    """Enter a partner; an unknown start counts from the first edition of the programme."""
    columns = {
        "programme": programme,
        "institution": institution,
        **values,
        **period_columns(start, end, founded=programme.first_edition_on),
    }
    return settle(
        Partner,
        identity={"key": key},
        values=columns,
        verb="partner.enter",
        by=by,
        at=at,
        many={"also_sources": also_sources},
    )


@action("funding.date")
def date_funding(
    *,
    key: str,
    programme: Programme,
    funding_action: FundingAction,
    start: str,
    end: str,
    values: Mapping[str, Any],
    by: str,
    at: datetime,
) -> tuple[FundingPeriod, Outcome]:
    """Enter a time of funding; its end ends no partner, consortium or programme."""
    columns = {
        "programme": programme,
        "funding_action": funding_action,
        **values,
        **period_columns(start, end, founded=programme.first_edition_on),
    }
    return settle(FundingPeriod, identity={"key": key}, values=columns, verb="funding.date", by=by, at=at)
