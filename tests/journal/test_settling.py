# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settling a record to what a source says does nothing the second time."""

from dataclasses import replace

import pytest

from amicorum.agreements.actions import register
from amicorum.journal.actions import Outcome, settle
from amicorum.journal.models import Entry, public_version
from amicorum.networks.actions import enter_membership, enter_network
from amicorum.networks.models import Membership, Network
from amicorum.programmes.actions import enter_consortium, enter_partner, enter_programme
from amicorum.programmes.models import Partner
from tests.cast import TOLD, a_draft

pytestmark = pytest.mark.django_db


def enter(cast, **changes):
    values = {"kind": Network.Kind.NETWORK, "founded": "1992", "source": cast.source, **changes}
    texts = {"name": {"en": "The Europaeum", "nl": "Het Europaeum"}}
    return enter_network(slug="europaeum", values=values, texts=texts, **TOLD)


def test_what_is_not_held_is_new_then_unchanged(cast):
    assert enter(cast)[1] is Outcome.NEW
    entries, version = Entry.objects.count(), public_version("leiden")
    assert enter(cast)[1] is Outcome.UNCHANGED
    assert (Entry.objects.count(), public_version("leiden")) == (entries, version)


def test_a_change_is_recorded_with_what_stood_before(cast):
    network, _ = enter(cast)
    assert enter(cast, founded="1991")[1] is Outcome.CHANGED
    entry = Entry.objects.about(network)[1]
    assert (entry.before, entry.after) == ({"founded": "1992"}, {"founded": "1991"})


def test_a_text_that_changes_is_a_change_and_raises_the_public_version(cast):
    network, _ = enter(cast)
    version = public_version("leiden")
    values = {"kind": Network.Kind.NETWORK, "founded": "1992", "source": cast.source}
    texts = {"name": {"en": "The Europaeum", "nl": "Europaeum"}}
    assert enter_network(slug="europaeum", values=values, texts=texts, **TOLD)[1] is Outcome.CHANGED
    assert public_version("leiden") != version
    assert Network.objects.get(pk=network.pk).said("name", "nl").text == "Europaeum"


def test_a_change_of_one_home_leaves_the_version_of_the_other(cast):
    leiden, second = public_version("leiden"), public_version("second")
    draft = a_draft(cast.humanities, cast.geneva, cast.sample, "hum-2")
    register(home=cast.leiden, draft=draft, **TOLD)
    assert public_version("leiden") != leiden
    assert public_version("second") == second
    version = public_version("leiden")
    register(home=cast.leiden, draft=replace(draft), **TOLD)
    assert public_version("leiden") == version


def test_settle_names_another_record_by_its_key_in_the_journal(cast):
    network, _ = settle(
        Network,
        identity={"slug": "x"},
        values={"kind": "network", "source": cast.source},
        verb="network.enter",
        **TOLD,
    )
    assert (Entry.objects.about(network)[0].after or {})["source"] == cast.source.pk


def member(cast, *also_sources, key="leru/cairo"):
    values = {"kind": Membership.Kind.FULL, "source": cast.source}
    return enter_membership(
        key=key,
        network=cast.network,
        institution=cast.cairo,
        start="2002",
        end="",
        values=values,
        also_sources=also_sources,
        **TOLD,
    )


def test_another_further_source_is_a_change_that_names_the_sources_by_their_keys(cast):
    membership, _ = member(cast)
    version = public_version("leiden")
    assert member(cast, cast.sample)[1] is Outcome.CHANGED
    entry = Entry.objects.about(membership)[1]
    assert (entry.before, entry.after) == ({"also_sources": []}, {"also_sources": [cast.sample.pk]})
    assert public_version("leiden") != version
    assert member(cast, cast.sample)[1] is Outcome.UNCHANGED
    assert member(cast)[1] is Outcome.CHANGED
    assert membership.also_sources.count() == 0


def test_what_is_new_is_recorded_once_with_its_further_sources(cast):
    membership, outcome = member(cast, cast.sample)
    assert outcome is Outcome.NEW
    [entry] = Entry.objects.about(membership)
    assert (entry.after or {})["also_sources"] == [cast.sample.pk]


def test_further_sources_of_consortia_and_partners_are_told_too(cast):
    def enter(*also_sources):
        values = {"source": cast.source, "certainty": "confirmed"}
        told = {"start": "2004", "end": "", "also_sources": also_sources, **TOLD}
        consortium, first = enter_consortium(slug="algant", values={**values, "name": "ALGANT"}, **told)
        programme, _ = enter_programme(
            slug="algant", consortium=consortium, start="2004", end="", values=values, texts={}, **TOLD
        )
        values = {**values, "role": Partner.Role.PARTNER}
        _, second = enter_partner(
            key="algant/geneva", programme=programme, institution=cast.geneva, values=values, **told
        )
        return first, second

    assert enter() == (Outcome.NEW, Outcome.NEW)
    assert enter(cast.sample) == (Outcome.CHANGED, Outcome.CHANGED)
    assert enter(cast.sample) == (Outcome.UNCHANGED, Outcome.UNCHANGED)
