# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A language is configuration and rows: a third one needs no migration, and order is the same everywhere."""

import pytest
from django.utils import timezone

from amicorum.multilingual.actions import write_texts
from amicorum.multilingual.fields import sort_key
from amicorum.networks.actions import enter_network
from amicorum.networks.models import Network
from tests.cast import NOW, TOLD

pytestmark = pytest.mark.django_db


def network(cast, slug, **names):
    values = {"kind": "network", "source": cast.source}
    return enter_network(slug=slug, values=values, texts={"name": names}, **TOLD)[0]


def test_a_third_language_is_more_rows_and_no_migration(cast):
    one = network(cast, "una", en="One Europe", nl="Een Europa", de="Ein Europa")
    assert one.said("name", "de").text == "Ein Europa"


def test_a_text_that_is_missing_is_said_in_a_language_that_has_it(cast):
    one = network(cast, "una", nl="Een Europa")
    assert (one.said("name", "en", "nl").text, one.said("name", "en", "nl").language) == ("Een Europa", "nl")


def test_nothing_at_all_is_said_as_nothing(cast):
    assert not network(cast, "una", en="One").said("aims", "en")


def test_the_order_is_by_folded_letters_on_every_database(cast):
    names = ["Zürich", "Ångström", "arqus", "Łódź", "École", "eutopia", "4EU+", "Über", "ß-Netz", "Ærø"]
    for number, name in enumerate(names):
        network(cast, f"n{number}", en=name)
    ordered = Network.objects.exclude(slug="leru").in_order("en").with_texts()
    said = [one.said("name", "en").text for one in ordered]
    assert said == [
        "4EU+",
        "Ærø",
        "Ångström",
        "arqus",
        "École",
        "eutopia",
        "Łódź",
        "ß-Netz",
        "Über",
        "Zürich",
    ]


def test_the_sort_key_fits_its_column_however_long_the_text():
    assert len(sort_key("ß" * 500)) == 200


def test_a_text_knows_that_its_sibling_was_revised_after_it(cast):
    one = network(cast, "una", en="One Europe", nl="Een Europa")
    later = timezone.now()
    write_texts(one, {"name": {"en": "One Europe for all", "nl": "Een Europa"}}, at=later)
    english, dutch = (one.texts.get(language=language) for language in ("en", "nl"))
    assert later > NOW
    assert dutch.is_older_than([english])
    assert not english.is_older_than([dutch])


def test_an_empty_text_takes_the_old_one_away(cast):
    one = network(cast, "una", en="One Europe", nl="Een Europa")
    assert write_texts(one, {"name": {"en": "One Europe", "nl": ""}}, at=NOW)
    assert [text.language for text in one.texts.all()] == ["en"]


def test_writing_the_same_again_changes_nothing(cast):
    one = network(cast, "una", en="One Europe")
    assert not write_texts(one, {"name": {"en": "One Europe"}}, at=NOW)
