# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns: the home, a university that lives in this installation, and what is stated of it."""

from functools import cache
from typing import Any, Self

from django.db import connection, models
from django.db.models import Q

from amicorum.institutions.models.institution import Institution
from amicorum.journal.models import SHARED, PublicVersion
from amicorum.multilingual.models import BearsTexts, Text
from amicorum.sources.models import FactQuerySet, Statement


class HomeQuerySet(models.QuerySet["Home"]):
    """Sentences about homes."""

    def for_host(self, host: str) -> Self:
        """The home of this host name first, else the default one."""
        return (
            self.filter(Q(host=host.lower()) | Q(is_default=True))
            .select_related("institution")
            .order_by("is_default")
        )

    def answering(self, host: str) -> "Home | None":
        """The home that answers a host as a request names it, with its port or without; None for none."""
        return self.for_host(host.rsplit(":", 1)[0]).first()


class Home(models.Model):
    """A university whose register this is; everything an office owns hangs from it."""

    slug = models.SlugField(max_length=40, unique=True)
    institution = models.OneToOneField(Institution, on_delete=models.PROTECT, related_name="home")
    host = models.CharField(max_length=200, blank=True, help_text="host name of its public site")
    is_default = models.BooleanField(default=False, help_text="answers hosts that no home claims")
    languages = models.CharField(
        max_length=60, help_text="codes divided by spaces, the first is the main one"
    )
    is_demonstration = models.BooleanField(default=False)
    contact = models.EmailField(blank=True)
    theme = models.CharField(
        max_length=100, default="css/theme-leiden.css", help_text="its house style: a stylesheet of tokens"
    )

    objects = HomeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("host",), condition=~Q(host=""), name="home_host_once"),
            models.UniqueConstraint(
                fields=("is_default",), condition=Q(is_default=True), name="home_one_default"
            ),
        )

    def __str__(self) -> str:
        return self.slug

    @property
    def language_codes(self) -> list[str]:
        return self.languages.split()

    def languages_from(self, first: str) -> list[str]:
        """The languages in which to look for a text: this one first, then those of the home."""
        return [first, *(code for code in self.language_codes if code != first)]


class HomeStatement(BearsTexts, Statement):
    """Something stated of a home as a whole, as "more than 600 agreements"."""

    home = models.ForeignKey(Home, on_delete=models.CASCADE, related_name="statements")

    objects = FactQuerySet.as_manager()

    class Meta(Statement.Meta):
        pass

    def __str__(self) -> str:
        return self.key


class HomeStatementText(Text):
    """A statement in one language."""

    owner = models.ForeignKey(HomeStatement, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "field", "language"), name="home_statement_text_once"),
        )

    def __str__(self) -> str:
        return self.text


ANY_HOST = "any host"
"""Stands for the host in the query that is compiled once; no host name has a space."""


def version_for_host(host: str) -> str:
    """The public version under which pages for this host may be kept; one query.

    A host that no home answers has the version of the shared facts alone.
    """
    sentence, words = _version_query(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sentence, [host.lower() if word == ANY_HOST else word for word in words])
        return "-".join(str(number) for (number,) in cursor.fetchall())


@cache
def _version_query(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The query in the words of a database: every page asks it, and making it takes longer than asking it."""
    home = Home.objects.filter(Q(host=ANY_HOST) | Q(is_default=True)).order_by("is_default")
    versions = PublicVersion.objects.filter(Q(scope=SHARED) | Q(scope__in=home.values("slug")[:1]))
    return versions.order_by("scope").values_list("number").query.sql_with_params()
