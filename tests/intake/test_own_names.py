# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.db import IntegrityError

from amicorum.institutions import search
from amicorum.institutions.actions.registers import take_in as take_in_register
from amicorum.institutions.models import Institution
from amicorum.intake import own_names
from amicorum.intake.commands import take_in
from tests.institutions.entries import AT, BY, of_ror, ror_edition, source

pytestmark = pytest.mark.django_db

NAMES = "ror_id,language,kind,name,source,certainty,note"
LEYDEN = "027bh9e22,en,alias,University of Leyden,encyclopedia,probable,Older spelling"
ADDED = "key,ror_id,name,country,city,lat,lon,website,erasmus_code,source,certainty,note"
ANTWERP = (
    "university-of-antwerp,008x57b05,University of Antwerp,BE,Antwerp,51.22,4.40,"
    "https://www.uantwerpen.be,B  ANTWERP01,encyclopedia,probable,"
)


@pytest.fixture(autouse=True)
def held():
    take_in_register(ror_edition(), [of_ror("027bh9e22", "Leiden University")], by=BY, at=AT)
    source("encyclopedia")


@pytest.fixture
def taken_in(tmp_path):
    def take(name, *lines):
        path = tmp_path / "rows.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return take_in(name, path)

    return take


def test_a_further_name_comes_with_its_source_and_note(taken_in):
    assert taken_in("names", NAMES, LEYDEN).counts["new"] == 1
    name = Institution.objects.get().names.get(name="University of Leyden")
    assert (name.kind, name.language, name.certainty) == ("alias", "en", "probable")
    assert (name.source.key, name.note) == ("encyclopedia", "Older spelling")
    assert taken_in("names", NAMES, LEYDEN).counts["unchanged"] == 1


def test_a_misspelling_is_held_as_one_and_found_like_any_name(taken_in):
    taken_in("names", NAMES, LEYDEN.replace("alias", "misspelling"))
    leiden = Institution.objects.get()
    assert leiden.names.get(name="University of Leyden").kind == "misspelling"
    assert leiden.named("en").text == "Leiden University"
    assert search.find_ids("University of Leyden") == [leiden.pk]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (LEYDEN.replace("027bh9e22", "04pp8hn57"), "no institution is known as"),
        (LEYDEN.replace("027bh9e22", "x"), "is not a ROR id"),
        (LEYDEN.replace("encyclopedia", "hearsay"), "no source is known as 'hearsay'"),
        (LEYDEN.replace("alias", "title"), "kind: "),
        (LEYDEN.replace("probable", "likely"), "certainty: "),
        (LEYDEN.replace(",en,", ",e_n,"), "is not a language tag"),
        (LEYDEN.replace("University of Leyden", ""), "has no name"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_its_reason(taken_in, row, reason):
    report = taken_in("names", NAMES, row)
    assert [refusal.where for refusal in report.refusals] == ["rows.csv:2"]
    assert reason in report.refusals[0].reason


def test_an_institution_in_no_register_gets_a_key_of_its_own(taken_in):
    assert taken_in("added", ADDED, ANTWERP).counts["new"] == 1
    antwerp = Institution.objects.get(key="added:university-of-antwerp")
    assert (antwerp.display_name, antwerp.country_code, antwerp.latitude) == (
        "University of Antwerp",
        "BE",
        51.22,
    )
    assert antwerp.identifier("ror") == "008x57b05"
    assert antwerp.identifier("erasmus") == "B  ANTWERP01"
    assert taken_in("added", ADDED, ANTWERP).counts["unchanged"] == 1


def test_a_register_that_names_it_later_joins_it_and_leaves_its_fields(taken_in):
    taken_in("added", ADDED, ANTWERP)
    later = of_ror("008x57b05", "Universiteit Antwerpen")
    take_in_register(ror_edition(), [later], by=BY, at=AT)
    antwerp = Institution.objects.get(key="added:university-of-antwerp")
    assert antwerp.display_name == "University of Antwerp"
    assert antwerp.names.filter(name="Universiteit Antwerpen").exists()


def test_an_institution_that_is_known_by_its_ror_id_is_not_added_again(taken_in):
    report = taken_in("added", ADDED, ANTWERP.replace("008x57b05", "027bh9e22"))
    assert report.refusals[0].reason == "the ROR id 027bh9e22 names Leiden University already"
    assert Institution.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ANTWERP.replace("51.22", "151.22"), "expected degrees"),
        (ANTWERP.replace("51.22", "north"), "expected degrees"),
        (ANTWERP.replace("51.22", ""), "a place needs both"),
        (ANTWERP.replace("probable", "likely"), "certainty: "),
        (ANTWERP.replace(",BE,", ",QQ,"), "is not a country code"),
        (ANTWERP.replace("University of Antwerp", ""), "has no name"),
        (ANTWERP.replace("B  ANTWERP01", "ANTWERP"), "is not an Erasmus code"),
    ],
)
def test_an_addition_that_cannot_be_is_refused_with_its_reason(taken_in, row, reason):
    report = taken_in("added", ADDED, row)
    assert reason in report.refusals[0].reason
    assert not Institution.objects.filter(key__startswith="added:").exists()


def test_an_addition_that_fails_half_way_leaves_nothing(taken_in, monkeypatch):
    def fails(**given):
        raise IntegrityError("a name too many")

    monkeypatch.setattr(own_names, "name_institution", fails)
    report = taken_in("added", ADDED, ANTWERP)
    assert "the database refuses it" in report.refusals[0].reason
    assert not Institution.objects.filter(key__startswith="added:").exists()
