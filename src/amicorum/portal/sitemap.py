# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages a home invites search engines to: those that stand on real records."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import override

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home, Institution
from amicorum.networks.models import Membership, Network
from amicorum.programmes.models import Partner, Programme

WHOLE_PAGES = ("home", "networks", "programmes", "partners", "sources", "cookies", "accessibility", "data")


def pages_of(home: Home) -> Iterator[dict[str, str]]:
    """The path of each page in each language of the home, by language."""
    for name, args in _addresses(home):
        yield {language: _path(language, name, args) for language in home.language_codes}


def _path(language: str, name: str, args: tuple[str, ...]) -> str:
    with override(language):
        return reverse(f"portal:{name}", args=args)


def _addresses(home: Home) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, ()) for name in WHOLE_PAGES)
    for slug in Network.objects.order_by("slug").values_list("slug", flat=True):
        yield "network", (slug,)
    for slug in Programme.objects.public().order_by("slug").values_list("slug", flat=True):
        yield "programme", (slug,)
    for slug in _partners(home):
        yield "partner", (slug,)
    for slug in _tied(home):
        yield "institution", (slug,)


def _partners(home: Home) -> Iterator[str]:
    """The institutions with which the home has an agreement that is no sample."""
    real = Agreement.objects.public().of_home(home).filter(is_sample=False)
    partners = Institution.objects.filter(agreement_parts__agreement__in=real, is_fictitious=False)
    yield from partners.order_by("slug").distinct().values_list("slug", flat=True)


def _tied(home: Home) -> Iterator[str]:
    """The institutions that share or shared a network or a programme with the home."""
    own = home.institution
    networks = Membership.objects.public().of_institution(own).values("network")
    programmes = Partner.objects.public().of_institution(own).values("programme")
    memberships = Membership.objects.public().filter(network__in=networks)
    parts = Partner.objects.public().filter(programme__in=programmes)
    tied = Q(pk__in=memberships.values("institution")) | Q(pk__in=parts.values("institution"))
    yield from Institution.objects.filter(tied).order_by("slug").values_list("slug", flat=True)
