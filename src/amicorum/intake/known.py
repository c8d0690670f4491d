# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known already and may be named by a row: read once, found without a query."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TypeVar

from django.db.models import Model

from amicorum.institutions.models import Home, Identifier, Institution
from amicorum.intake.tables import Row, UnableToTakeIn
from amicorum.networks.models import Network
from amicorum.programmes.models import Consortium, FundingAction, Programme
from amicorum.sources.models import Certainty, Source
from amicorum.vocabulary.codes import SCHEMES

M = TypeVar("M", bound=Model)


class Known(dict[str, M]):
    """Records by the word that rows name them with; another word raises `UnableToTakeIn`."""

    def __init__(self, what: str, records: Iterable[tuple[str, M]]) -> None:
        super().__init__(records)
        self.what = what

    def __missing__(self, word: str) -> M:
        raise UnableToTakeIn(f"no {self.what} is known as {word!r}" if word else f"no {self.what} is named")

    def all_of(self, words: Iterable[str]) -> list[M]:
        """The records of several words, in their order."""
        return [self[word] for word in words]


def known_sources() -> Known[Source]:
    """Every source by its key."""
    return Known("source", ((source.key, source) for source in Source.objects.all()))


def known_networks() -> Known[Network]:
    """Every network by its id in the data."""
    return Known("network", ((network.slug, network) for network in Network.objects.all()))


def known_funding_actions() -> Known[FundingAction]:
    """Every action that funds programmes, by its id in the data."""
    return Known("funding action", ((one.slug, one) for one in FundingAction.objects.all()))


def known_consortia() -> Known[Consortium]:
    """Every consortium by its id in the data."""
    return Known("consortium", ((one.slug, one) for one in Consortium.objects.all()))


def known_programmes() -> Known[Programme]:
    """Every programme by its id in the data."""
    return Known("programme", ((one.slug, one) for one in Programme.objects.all()))


def known_homes() -> Known[Home]:
    """Every home by its slug, with its institution."""
    homes = Home.objects.select_related("institution")
    return Known("home", ((home.slug, home) for home in homes))


def institution_named(row: Row) -> str:
    """How a row of the data names an institution: by ROR id, or by a key of added.csv.

    Raises `UnableToTakeIn` unless it does so in just one of both columns.
    """
    ror, key = row["institution_ror"], row["institution_key"]
    if bool(ror) == bool(key):
        raise UnableToTakeIn("names its institution by ROR id or by key, in one of both columns")
    return by_identifier("ror", ror) if ror else f"added:{key}"


def by_identifier(scheme: str, value: str) -> str:
    """The word for the institution that bears an identifier; raises `NotInVocabulary`."""
    return f"{scheme}={SCHEMES[scheme](value)}"


def institutions_of(rows: Iterable[Row]) -> Known[Institution]:
    """The institutions that the rows of a table of the data name."""
    words = set()
    for row in rows:
        with suppress(ValueError):  # refused when the row itself is taken in
            words.add(institution_named(row))
    return known_institutions(words)


def known_institutions(words: Iterable[str]) -> Known[Institution]:
    """The institutions that these words name, in two queries and one per scheme of identifiers."""
    wanted = set(words)
    keys = {word for word in wanted if "=" not in word}
    found = {one.key: one for one in Institution.objects.filter(key__in=keys)}
    for scheme in sorted({word.partition("=")[0] for word in wanted - keys}):
        values = [word.partition("=")[2] for word in wanted if word.startswith(f"{scheme}=")]
        found.update(_bearers(scheme, values))
    return Known("institution", found.items())


def _bearers(scheme: str, values: list[str]) -> Iterable[tuple[str, Institution]]:
    borne = Identifier.objects.filter(
        scheme=scheme, value__in=values, certainty=Certainty.CONFIRMED, counts_until=None
    ).select_related("institution")
    return [(f"{scheme}={one.value}", one.institution) for one in borne]
