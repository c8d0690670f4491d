# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destination search as slowly and plainly as it can be written, to compare the fast one with."""

from collections import Counter
from datetime import date

from amicorum.agreements.destinations import Filters
from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing, Validity, standing
from amicorum.institutions.models import Home
from amicorum.networks.models import Membership
from amicorum.vocabulary.academic_year import AcademicYear
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.isced_f import is_within

ORDER = ["open", "full", "future", "closed", "suspended", "expired"]
UNASKED = {"open", "full", "future", "closed"}


class Oracle:
    def __init__(self, home: Home, day: date) -> None:
        self.day = day
        self.agreements = list(Agreement.objects.of_home(home).public().with_everything())
        self.members: dict[int, list[str]] = {}
        for membership in Membership.objects.full().public().on(day).select_related("network"):
            self.members.setdefault(membership.institution_id, []).append(membership.network.slug)

    def found(self, filters: Filters, among=None) -> list[tuple[Agreement, Standing, list[Condition]]]:
        judged = ((one, *self._judged(one, filters, among)) for one in self.agreements)
        found = [(one, how, conditions) for one, how, conditions in judged if how is not None]
        return sorted(found, key=lambda row: (ORDER.index(row[1]), self._name(row[0]), row[0].pk))

    def ids(self, filters: Filters, among=None) -> list[int]:
        return [one.pk for one, _, _ in self.found(filters, among)]

    def standings(self, filters: Filters, among=None) -> Counter[str]:
        return Counter(str(how) for _, how, _ in self.found(filters, among))

    def places(self, filters: Filters, among=None) -> int:
        return sum(
            one.places - one.taken
            for _, how, conditions in self.found(filters, among)
            if how == Standing.OPEN
            for condition in conditions
            for one in condition.rounds.all()
            if one.is_open_on(self.day)
        )

    def _name(self, agreement: Agreement):
        return min(agreement.parties.all(), key=lambda party: party.pk).institution.sort_key

    def _judged(self, agreement: Agreement, filters: Filters, among):
        conditions = [one for one in agreement.conditions.all() if self._is_asked_for(one, filters)]
        asks = any(filters.values(name) for name in ("field", "level", "language", "term"))
        if (asks and not conditions) or not self._agrees(agreement, filters, among):
            return None, []
        rests = agreement.suspension_on(self.day) is not None
        validity = Validity(agreement.counts_from, agreement.counts_until, rests)
        how = standing(validity, [one for held in conditions for one in held.rounds.all()], self.day)
        return (how if how in (set(filters.values("standing")) or UNASKED) else None), conditions

    def _is_asked_for(self, condition: Condition, filters: Filters) -> bool:
        if condition.direction != "sending" or not condition.mobility.startswith("student"):
            return False
        if condition.last_academic_year < AcademicYear.of(self.day).start:
            return False
        named = [one.isced_f for one in condition.fields.all()]
        return (
            _meets(filters, "field", lambda value: not named or any(_overlap(value, one) for one in named))
            and _meets(filters, "level", {str(one.eqf_level) for one in condition.levels.all()}.__contains__)
            and _meets(filters, "language", {one.language for one in condition.languages.all()}.__contains__)
            and _meets(filters, "term", lambda value: not condition.terms or value in condition.terms.split())
        )

    def _agrees(self, agreement: Agreement, filters: Filters, among) -> bool:
        partners = [party.institution for party in agreement.parties.all()]
        codes = {one.country_code for one in partners}
        ids = [one.pk for one in partners]
        units = {unit.code for unit in agreement.open_to.all()}
        above = {"law-institute": {"law-institute", "law"}}
        return (
            (among is None or any(one.pk in among for one in partners))
            and _meets(filters, "country", codes.__contains__)
            and _meets(filters, "continent", {country(code).continent for code in codes}.__contains__)
            and _meets(filters, "kind", {agreement.kind}.__contains__)
            and _meets(filters, "unit", lambda value: not units or bool(units & above.get(value, {value})))
            and _meets(
                filters, "network", {slug for pk in ids for slug in self.members.get(pk, ())}.__contains__
            )
        )


def _meets(filters: Filters, name: str, holds) -> bool:
    values = filters.values(name)
    return not values or any(holds(value) for value in values)


def _overlap(one: str, other: str) -> bool:
    return is_within(one, other) or is_within(other, one)
