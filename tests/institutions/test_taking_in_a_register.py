# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amicorum.institutions.actions.records import identify
from amicorum.institutions.actions.registers import take_in
from amicorum.institutions.actions.relations import relate
from amicorum.institutions.entries import Code, EntryName
from amicorum.institutions.models import (
    DoubtfulPair,
    Identifier,
    Institution,
    InstitutionName,
    RegisterRecord,
    Relation,
)
from amicorum.journal.models import Entry, public_version
from tests.institutions.entries import AT, BY, eche_edition, of_eche, of_ror, pic, ror_edition, source

pytestmark = pytest.mark.django_db

LEIDEN = of_ror("027bh9e22", "Leiden University", Code("wikidata", "Q156598"), city="Leiden")
UTRECHT = of_ror("04pp8hn57", "Utrecht University", city="Utrecht")
LEIDEN_CHARTER = of_eche("NL LEIDEN01", "UNIVERSITEIT LEIDEN", pic(999974553))


def taken_in(edition, *entries):
    return take_in(edition, entries, by=BY, at=AT)


def give(institution, scheme, value, certainty="confirmed"):
    identify(
        institution=institution,
        scheme=scheme,
        value=value,
        source=source("crosswalk"),
        certainty=certainty,
        by=BY,
        at=AT,
    )


def institution(key):
    return Institution.objects.get(key=key)


def test_a_new_entry_becomes_an_institution_with_its_names_and_codes():
    assert taken_in(ror_edition(), LEIDEN, UTRECHT).new == 2
    leiden = institution("ror:027bh9e22")
    assert (leiden.display_name, leiden.display_language, leiden.city) == (
        "Leiden University",
        "en",
        "Leiden",
    )
    assert leiden.slug == "leiden-university"
    assert {str(code) for code in leiden.identifiers.all()} == {"ror 027bh9e22", "wikidata Q156598"}
    assert leiden.named("en").text == "Leiden University"


def test_taking_in_the_same_entries_again_writes_nothing():
    taken_in(ror_edition(), LEIDEN, UTRECHT)
    before = (public_version(""), Entry.objects.count(), InstitutionName.objects.count())
    again = taken_in(ror_edition(), LEIDEN, UTRECHT)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 2)
    assert (public_version(""), Entry.objects.count(), InstitutionName.objects.count()) == before


def test_a_first_load_has_one_journal_entry_for_the_batch():
    taken_in(ror_edition(), LEIDEN, UTRECHT)
    assert [entry.subject_kind for entry in Entry.objects.filter(verb="register.take_in")] == [
        "sources.source"
    ]


def test_a_changed_entry_changes_the_institution_and_keeps_its_address_and_former_name():
    taken_in(ror_edition(), LEIDEN)
    renamed = replace(
        LEIDEN,
        label="University of Leiden",
        fingerprint="2",
        names=(EntryName("label", "en", "University of Leiden"),),
    )
    taken = taken_in(ror_edition(), renamed)
    leiden = institution("ror:027bh9e22")
    assert taken.renamed == [("027bh9e22", "Leiden University", "University of Leiden")]
    assert (leiden.display_name, leiden.slug) == ("University of Leiden", "leiden-university")
    former = leiden.names.get(name="Leiden University")
    assert former.end == "by 2026-06-23"
    assert leiden.names.get(name="University of Leiden").start == "by 2026-06-23"


def test_a_change_is_told_in_the_journal_of_the_institution():
    taken_in(ror_edition(), LEIDEN)
    taken_in(ror_edition(), replace(LEIDEN, city="The Hague", fingerprint="2"))
    entry = Entry.objects.about(institution("ror:027bh9e22")).get()
    assert (entry.before, entry.after) == ({"city": "Leiden"}, {"city": "The Hague"})


def test_a_change_in_a_column_that_is_not_held_counts_as_changed_and_tells_nothing_of_the_institution():
    taken_in(ror_edition(), LEIDEN)
    assert taken_in(ror_edition(), replace(LEIDEN, fingerprint="2")).changed == 1
    assert not Entry.objects.about(institution("ror:027bh9e22")).exists()
    assert RegisterRecord.objects.get(key="027bh9e22").fingerprint == "2"


def test_an_entry_joins_the_institution_that_bears_its_code():
    taken_in(ror_edition(), LEIDEN)
    give(institution("ror:027bh9e22"), "erasmus", "NL LEIDEN01")
    taken_in(eche_edition(), LEIDEN_CHARTER)
    leiden = Institution.objects.get()
    assert leiden.display_name == "Leiden University"
    assert leiden.names.get(kind="legal").name == "UNIVERSITEIT LEIDEN"
    assert leiden.identifier("pic") == "999974553"


def test_an_entry_whose_codes_name_two_institutions_gets_its_own_and_a_doubt_with_each():
    taken_in(ror_edition(), LEIDEN, UTRECHT)
    give(institution("ror:027bh9e22"), "erasmus", "NL LEIDEN01")
    give(institution("ror:04pp8hn57"), "pic", "999974553")
    taken_in(eche_edition(), LEIDEN_CHARTER)
    own = institution("eche:NL LEIDEN01")
    pairs = {frozenset((pair.institution.key, pair.other.key)) for pair in DoubtfulPair.objects.all()}
    assert pairs == {frozenset((own.key, "ror:027bh9e22")), frozenset((own.key, "ror:04pp8hn57"))}
    assert own.identifier("pic") == ""


def test_a_probable_code_joins_nothing_but_makes_a_doubt():
    taken_in(ror_edition(), LEIDEN)
    give(institution("ror:027bh9e22"), "erasmus", "NL LEIDEN01", certainty="probable")
    assert taken_in(eche_edition(), LEIDEN_CHARTER).doubtful_pairs == 1
    assert Institution.objects.count() == 2


def test_two_entries_of_one_register_never_join_one_institution():
    first, second = (
        of_eche("NL LEIDEN01", "FIRST", pic(999974553)),
        of_eche("NL LEIDEN02", "SECOND", pic(999974553)),
    )
    taken = taken_in(eche_edition(), first, second)
    assert (Institution.objects.count(), taken.doubtful_pairs) == (2, 1)
    assert taken.withheld == [
        "SECOND (eche:NL LEIDEN02) may be FIRST (eche:NL LEIDEN01). Both bear pic 999974553."
    ]
    assert Identifier.objects.filter(scheme="pic", certainty="confirmed").count() == 1


def test_a_code_that_moves_to_another_entry_of_the_batch_moves_without_a_doubt():
    taken_in(ror_edition(), LEIDEN, UTRECHT)
    without = replace(LEIDEN, codes=LEIDEN.codes[:1], fingerprint="2")
    with_it = replace(UTRECHT, codes=(*UTRECHT.codes, Code("wikidata", "Q156598")), fingerprint="2")
    taken_in(ror_edition(), without, with_it)
    assert institution("ror:04pp8hn57").identifier("wikidata") == "Q156598"
    assert institution("ror:027bh9e22").identifiers.get(scheme="wikidata").end == "by 2026-06-23"
    assert not DoubtfulPair.objects.exists()


def test_doubted_codes_are_held_as_probable():
    taken_in(
        ror_edition(), replace(LEIDEN, codes=LEIDEN.codes[:1], doubted=LEIDEN.codes[1:], status="withdrawn")
    )
    assert Identifier.objects.get(scheme="wikidata").certainty == "probable"


def test_an_institution_in_use_gets_the_short_address_before_a_closed_one():
    closed = of_ror("04pp8hn57", "Leiden University", status="withdrawn", city="Leiden")
    taken_in(ror_edition(), closed, LEIDEN)
    assert institution("ror:027bh9e22").slug == "leiden-university"
    assert institution("ror:04pp8hn57").slug == "leiden-university-leiden"


def test_the_number_of_queries_does_not_grow_with_the_entries():
    def queries(first, last):
        entries = [
            of_eche(f"NL LEIDEN{number}", f"NAME {number}", pic(number)) for number in range(first, last)
        ]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            taken_in(eche_edition(), *entries)
        return len(captured)

    queries(100_000_000, 100_000_001)
    assert queries(100_000_001, 100_000_006) == queries(100_000_006, 100_000_046)


def test_relations_stand_once_both_ends_are_known_and_go_with_the_register():
    taken_in(ror_edition(), LEIDEN, UTRECHT)
    said = {"027bh9e22": [("successor", "04pp8hn57"), ("parent", "05f950310")]}
    assert relate(ror_edition(), said, by=BY, at=AT) == 1
    assert relate(ror_edition(), said, by=BY, at=AT) == 0
    assert Relation.objects.get().other.key == "ror:04pp8hn57"
    assert relate(ror_edition(), {"027bh9e22": []}, by=BY, at=AT) == 1
    assert not Relation.objects.exists()
