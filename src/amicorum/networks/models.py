# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: the network, membership over time, and what is stated of a network."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from amicorum.institutions.models import Institution
from amicorum.multilingual.models import BearsTexts, Text, ordered_by_text
from amicorum.networks.rules import Roster, may_be_shown
from amicorum.sources.models import (
    PUBLIC,
    Certainty,
    DatedFact,
    FactQuerySet,
    ManySourced,
    Source,
    SourcedFact,
    Statement,
)
from amicorum.vocabulary.countries import Country
from amicorum.vocabulary.countries import country as country_of
from amicorum.vocabulary.periods import parse_moment

BOUND_BEGINS = "b"
"""How a start that is only bounded is written: by, before or between dates; dates begin with a digit."""


class NetworkQuerySet(models.QuerySet["Network"]):
    """Sentences about networks."""

    def with_texts(self) -> Self:
        return self.prefetch_related("texts")

    def in_order(self, language: str) -> Self:
        ordered: Self = ordered_by_text(self, "name", language)
        return ordered

    def with_rosters(self, on: date) -> Self:
        """Each with the counts that `roster` reads, in the same query."""
        full = Q(memberships__kind=Membership.Kind.FULL)
        public = full & Q(memberships__certainty__in=PUBLIC)
        begun = Q(memberships__counts_from=None) | Q(memberships__counts_from__lte=on)
        on_day = begun & (Q(memberships__counts_until=None) | Q(memberships__counts_until__gt=on))
        bounded = Q(memberships__start="") | Q(memberships__start__startswith=BOUND_BEGINS)
        uncertain = full & Q(memberships__certainty=Certainty.UNCERTAIN)
        return self.annotate(
            members_shown=Count("memberships", filter=public & on_day),
            members_start_unknown=Count("memberships", filter=public & on_day & bounded),
            members_waiting=Count("memberships", filter=uncertain & on_day),
            members_held=Count("memberships", filter=public & Q(memberships__counts_until=None)),
        )


class Network(BearsTexts):
    """A network, alliance or association that universities are members of."""

    class Kind(models.TextChoices):
        ALLIANCE = "alliance", _("alliance")
        EUROPEAN_UNIVERSITY = "european-university-alliance", _("European University alliance")
        ASSOCIATION = "association", _("association")
        NETWORK = "network", _("network")

    class Listing(models.TextChoices):
        """How much of the membership the register holds."""

        COMPLETE = "complete", _("complete")
        PARTIAL = "partial", _("partial")
        NONE = "none", _("none")

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=30, choices=Kind)
    abbreviation = models.CharField(max_length=30, blank=True)
    founded = models.CharField(max_length=20, blank=True, help_text="partial date")
    seat_city = models.CharField(max_length=100, blank=True)
    seat_country = models.CharField(max_length=2, blank=True)
    website = models.CharField(max_length=300, blank=True)
    institution = models.ForeignKey(
        Institution,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="its own entry in a register of organisations",
    )
    listing = models.CharField(max_length=10, choices=Listing, default=Listing.NONE)
    members_stated = models.PositiveIntegerField(null=True, blank=True)
    members_stated_on = models.CharField(max_length=20, blank=True, help_text="partial date")
    members_stated_source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    objects = NetworkQuerySet.as_manager()

    def __str__(self) -> str:
        return self.abbreviation or self.slug

    @property
    def founded_on(self) -> date | None:
        """The first day of the date of founding; unknown joining dates count from here."""
        return parse_moment(self.founded).earliest

    @property
    def roster(self) -> Roster:
        """What can be said of its members; from a queryset that has called `with_rosters()`."""
        counts: Any = self
        return Roster(
            shown=counts.members_shown,
            start_unknown=counts.members_start_unknown,
            waiting=counts.members_waiting,
            stated=self.members_stated,
            is_shown=may_be_shown(counts.members_held, self.members_stated),
        )

    @property
    def country(self) -> Country | None:
        return country_of(self.seat_country) if self.seat_country else None


class NetworkText(Text):
    """The name or the aims of a network in one language."""

    owner = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "field", "language"), name="network_text_once"),
        )

    def __str__(self) -> str:
        return self.text


class MembershipQuerySet(FactQuerySet):
    """Sentences about memberships, besides those of every fact."""

    def full(self) -> Self:
        return self.filter(kind=Membership.Kind.FULL)

    def of_institution(self, institution: Institution) -> Self:
        return self.filter(institution=institution)

    def of_network(self, network: Network) -> Self:
        return self.filter(network=network)

    def sharing_a_network_with(self, institution: Institution, on: date) -> Self:
        """The full members on the day of networks of which this institution is one, itself among them."""
        every = Membership.objects.public().full().on(on)
        own = every.of_institution(institution).values("network")
        return self.public().full().on(on).filter(network__in=own)

    def with_networks(self, on: date) -> "list[Membership]":
        """Each with its network and its successor, their texts and rosters of the day; three queries."""
        held: list[Membership] = list(self.with_sources())
        wanted = {one.network_id for one in held} | {one.successor_id for one in held if one.successor_id}
        networks = Network.objects.with_rosters(on).with_texts().in_bulk(wanted)
        for one in held:
            one.network = networks[one.network_id]
            one.successor = networks.get(one.successor_id) if one.successor_id else None
        return held

    def in_order_of_start(self) -> Self:
        """The oldest first, those of unknown start last among them by their network."""
        return self.order_by(F("counts_from").asc(nulls_last=True), "network__slug")

    def with_institution(self) -> Self:
        return self.select_related("institution", "source").prefetch_related(
            "institution__names", "also_sources"
        )

    def in_order_of_members(self) -> Self:
        return self.order_by("institution__sort_key", "pk")


class Membership(ManySourced, DatedFact):
    """An institution's membership of a network, for the time that it lasted."""

    class Kind(models.TextChoices):
        FULL = "full", _("member")
        ASSOCIATE = "associate", _("associate member")

    key = models.CharField(max_length=140, unique=True)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=10, choices=Kind)
    successor = models.ForeignKey(
        Network,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="the network that took its place for this member",
    )

    objects = MembershipQuerySet.as_manager()

    class Meta(DatedFact.Meta):
        indexes = (models.Index(fields=("network", "counts_from", "counts_until"), name="membership_on_day"),)

    def __str__(self) -> str:
        return self.key


class NetworkStatement(BearsTexts, Statement):
    """What a source states of a network: an aim, an activity, a figure, a founding fact."""

    class Kind(models.TextChoices):
        AIM = "aim", _("aim")
        ACTIVITY = "activity", _("activity")
        AUDIENCE = "audience", _("audience")
        POLICY = "policy", _("policy")
        FOUNDING = "founding", _("founding")
        FIGURE = "figure", _("figure")

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="statements")
    corrected_by = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="corrects",
        help_text="the statement that says it better; both are kept",
    )

    objects = FactQuerySet.as_manager()

    class Meta(Statement.Meta):
        pass

    def __str__(self) -> str:
        return self.key


class NetworkStatementText(Text):
    """A statement on a network in one language."""

    owner = models.ForeignKey(NetworkStatement, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("owner", "field", "language"), name="network_statement_text_once"
            ),
        )

    def __str__(self) -> str:
        return self.text


class CountryCount(SourcedFact):
    """How many members a network is said to have in one country, where no list is to be had."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="country_counts")
    place = models.CharField(max_length=80, help_text="the place as the source names it")
    country_code = models.CharField(max_length=2, blank=True)
    members = models.PositiveIntegerField()

    objects = FactQuerySet.as_manager()

    class Meta(SourcedFact.Meta):
        constraints = (
            *SourcedFact.Meta.constraints,
            models.UniqueConstraint(fields=("network", "place"), name="country_count_once"),
        )

    def __str__(self) -> str:
        return f"{self.network_id} {self.place} {self.members}"
