# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens shows at the next search: in this worker, whoever did it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connections, transaction

from amicorum.agreements.actions import suspend
from amicorum.agreements.destinations import Filters, UnableToFilter, forget, keeping, search
from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Institution
from amicorum.journal.actions import raise_public_version
from amicorum.networks.actions import end_membership
from tests.agreements.destination_cast import (
    DAY,
    DONE,
    a_cast,
    a_membership,
    a_round,
    an_institution,
    outgoing,
)

SPANISH_LAW = outgoing(fields=["0421"], languages={"es": "B2"})
FRENCH_MEDICINE = outgoing(fields=["0912"], languages={"fr": "B1"})


@pytest.fixture
def north(db):
    """A home beside another that has an agreement too."""
    south = a_cast("south", is_default=True)
    south.agreement(south.partners[0], conditions=[SPANISH_LAW])
    return a_cast("north")


def asked(cast, day=DAY, **chosen):
    return search(cast.home, Filters.parse({name: [value] for name, value in chosen.items()}), day)


def ids(cast, day=DAY, **chosen):
    return asked(cast, day, **chosen).agreement_ids


def read_anew(monkeypatch):
    """A list that grows whenever all agreements of a home are read from the database."""
    calls = []
    whole = keeping._read_all

    def counted(home):
        calls.append(home)
        return whole(home)

    monkeypatch.setattr(keeping, "_read_all", counted)
    return calls


def test_a_new_agreement_is_found_without_reading_the_others_again(north, monkeypatch):
    first = north.agreement(north.partners[3], conditions=[SPANISH_LAW])
    assert ids(north) == [first.pk]
    calls = read_anew(monkeypatch)
    second = north.agreement(north.partners[0], conditions=[FRENCH_MEDICINE])
    stranger = an_institution("Aardvark College", "SE")
    third = north.agreement(stranger, conditions=[FRENCH_MEDICINE])
    assert ids(north) == [third.pk, second.pk, first.pk]
    assert ids(north, country="SE") == [third.pk]
    assert calls == []


def test_a_changed_agreement_is_found_by_what_it_now_says_only(north, monkeypatch):
    north.agreement(north.partners[1], conditions=[FRENCH_MEDICINE], key="a")
    changed = north.agreement(north.partners[0], conditions=[SPANISH_LAW, FRENCH_MEDICINE], key="b")
    assert changed.pk in ids(north, field="0421")
    calls = read_anew(monkeypatch)
    north.agreement(north.partners[4], conditions=[FRENCH_MEDICINE], key="b", open_to=[north.medicine])
    assert ids(north, field="0421") == []
    assert ids(north, country=north.partners[0].country_code) == ids(north, unit="law")
    assert ids(north, country=north.partners[4].country_code, unit="medicine") == [changed.pk]
    assert asked(north).places == 4
    assert calls == []


def test_an_agreement_that_is_no_longer_public_is_gone(north):
    kept = north.agreement(north.partners[0], conditions=[SPANISH_LAW])
    north.agreement(north.partners[1], conditions=[SPANISH_LAW], key="b")
    assert asked(north).total == 2
    north.agreement(north.partners[1], conditions=[SPANISH_LAW], key="b", certainty="uncertain")
    assert ids(north) == [kept.pk]
    assert asked(north).places == 2
    north.agreement(north.partners[1], conditions=[SPANISH_LAW], key="b")
    assert asked(north).total == 2


def test_a_suspension_shows_at_the_next_search(north):
    agreement = north.agreement(north.partners[0], conditions=[SPANISH_LAW])
    assert ids(north) == [agreement.pk]
    suspend(agreement=agreement, since=DAY, reason="audit", review_on=DAY + timedelta(days=90), **DONE)
    assert ids(north) == []
    assert asked(north, standing="suspended").listed(0, 9) == [(agreement.pk, "suspended")]
    assert ids(north, day=DAY - timedelta(days=1)) == [agreement.pk]


def test_an_agreement_is_gone_at_midnight_after_its_last_day(north):
    agreement = north.agreement(north.partners[0], conditions=[SPANISH_LAW], end="2027-09-01")
    assert ids(north, day=date(2027, 8, 31)) == [agreement.pk]
    assert ids(north, day=date(2027, 9, 1)) == []
    assert ids(north, day=date(2027, 9, 1), standing="expired") == [agreement.pk]


def test_a_partner_that_left_the_network_is_no_longer_found_by_it(north):
    agreement = north.agreement(north.partners[0])
    membership = a_membership(north.networks[0], north.partners[0])
    assert ids(north, network="league") == [agreement.pk]
    end_membership(membership=membership, on=DAY, **DONE)
    assert ids(north, network="league") == []
    assert ids(north, day=DAY - timedelta(days=1), network="league") == [agreement.pk]


def test_places_and_standing_are_of_the_condition_that_is_asked_for(north):
    closed = replace(FRENCH_MEDICINE, rounds=[a_round(closes=DAY - timedelta(days=1))])
    full = outgoing(fields=["0541"], rounds=[a_round(places=2, taken=2)])
    agreement = north.agreement(north.partners[0], conditions=[SPANISH_LAW, closed, full])
    assert asked(north).listed(0, 1) == [(agreement.pk, "open")]
    assert asked(north, field="0912").listed(0, 1) == [(agreement.pk, "closed")]
    assert asked(north, field="0541").listed(0, 1) == [(agreement.pk, "full")]
    assert [asked(north, field=code).places for code in ("0421", "0912", "0541")] == [2, 0, 0]
    assert ids(north, field="0421", language="fr") == []


def test_facts_written_in_bulk_without_entries_are_read_anew(north):
    agreement = north.agreement(north.partners[0], conditions=[SPANISH_LAW])
    north.agreement(north.partners[1], conditions=[SPANISH_LAW])
    assert asked(north).total == 2
    Agreement.objects.filter(pk=agreement.pk).update(certainty="uncertain")
    raise_public_version("north")
    assert asked(north).total == 1


def test_many_changes_at_once_are_read_anew(north, monkeypatch):
    assert ids(north) == []
    monkeypatch.setattr(keeping, "MOST_CHANGES", 2)
    calls = read_anew(monkeypatch)
    made = [north.agreement(partner) for partner in north.partners[:3]]
    assert sorted(ids(north)) == [one.pk for one in made]
    assert len(calls) == 1


def test_a_partner_that_moves_in_the_register_moves_in_the_search(north):
    agreement = north.agreement(north.partners[0])
    assert ids(north, country="IT") == []
    Institution.objects.filter(pk=north.partners[0].pk).update(country_code="IT")
    raise_public_version()
    assert ids(north, country="IT") == [agreement.pk]


def test_a_network_or_unit_that_there_is_not_cannot_be_asked_for(north):
    for chosen in ({"network": "nobody"}, {"unit": "alchemy"}):
        with pytest.raises(UnableToFilter, match="has no value"):
            asked(north, **chosen)


def test_what_is_rolled_back_is_never_found(north):
    kept = north.agreement(north.partners[0])

    def change_my_mind():
        with transaction.atomic():
            north.agreement(north.partners[1])
            assert asked(north).total == 2
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_my_mind()
    assert ids(north) == [kept.pk]
    other = north.agreement(north.partners[2])
    assert sorted(ids(north)) == [kept.pk, other.pk]


def test_a_committed_model_is_kept_until_it_is_forgotten(north, monkeypatch):
    calls = read_anew(monkeypatch)
    with monkeypatch.context() as outside_a_transaction:
        outside_a_transaction.setattr(connections["default"], "atomic_blocks", [])
        asked(north)
        asked(north)
        assert len(calls) == 1
        forget()
        asked(north)
        assert len(calls) == 2
        forget()
