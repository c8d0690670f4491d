# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import gzip
import json
import zipfile
from pathlib import Path

import pytest

from amicorum.institutions.models import Identifier, Institution, Relation
from amicorum.intake.commands import take_in
from amicorum.intake.files import UnreadableFile

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).parent.parent / "data" / "ror" / "ror_sample_v2.json"
RECORDS = json.loads(SAMPLE.read_text(encoding="utf-8"))
LEIDEN = next(record for record in RECORDS if record["id"].endswith("027bh9e22"))
FLAT = {
    "ror_id": "027bh9e22",
    "display_name": "Leiden University",
    "names": LEIDEN["names"],
    "types": ["education", "funder"],
    "status": "active",
    "established": 1575,
    "country_code": "NL",
    "city": "Leiden",
    "lat": 52.15833,
    "lon": 4.49306,
    "website": "http://www.leiden.edu/",
    "external_ids": {"wikidata": {"preferred": None, "all": ["Q156598"]}},
    "relationships": [],
    "is_network_org": False,
}


@pytest.fixture
def taken_in(tmp_path):
    def take(records, **options):
        path = tmp_path / "dump.json"
        path.write_text(json.dumps(records), encoding="utf-8")
        return take_in("ror", path, **options)

    return take


def test_the_official_dump_gives_institutions_of_education():
    report = take_in("ror", SAMPLE)
    assert (report.counts["new"], report.counts["other types, left out"]) == (10, 3)
    leiden = Institution.objects.get(key="ror:027bh9e22")
    assert (leiden.display_name, leiden.country_code, leiden.city) == ("Leiden University", "NL", "Leiden")
    assert (leiden.established, leiden.website) == (1575, "http://www.leiden.edu/")
    assert leiden.latitude == pytest.approx(52.15833)
    assert leiden.named("nl").text == "Universiteit Leiden"
    assert {kind.scheme: kind.value for kind in leiden.identifiers.all()} == {
        "ror": "027bh9e22",
        "grid": "grid.5132.5",
        "isni": "0000000123121970",
        "wikidata": "Q156598",
    }


def test_all_types_come_when_they_are_asked_for():
    assert take_in("ror", SAMPLE, all_types=True).counts["new"] == len(RECORDS)


def test_the_same_dump_again_changes_nothing():
    take_in("ror", SAMPLE)
    again = take_in("ror", SAMPLE)
    assert (again.counts["new"], again.counts["changed"], again.counts["unchanged"]) == (0, 0, 10)


def test_the_name_to_display_keeps_its_language_and_other_names_their_kind():
    take_in("ror", SAMPLE)
    leuven = Institution.objects.get(key="ror:05f950310")
    assert (leuven.display_name, leuven.display_language) == ("KU Leuven", "nl")
    kinds = {name.name: name.kind for name in leuven.names.all()}
    assert kinds["KU Leuven"] == "label"
    assert kinds["KUL"] == "acronym"
    assert kinds["Catholic University of Leuven"] == "alias"


def test_closed_and_withdrawn_records_keep_their_status_and_only_their_own_id_is_sure():
    take_in("ror", SAMPLE)
    assert Institution.objects.get(key="ror:01j9f6752").status == "inactive"
    withdrawn = Institution.objects.get(key="ror:03w2cmy34")
    assert withdrawn.status == "withdrawn"
    sure = withdrawn.identifiers.filter(certainty="confirmed")
    assert [code.scheme for code in sure] == ["ror"]


def test_relations_stand_where_both_ends_are_held():
    take_in("ror", SAMPLE)
    assert list(Relation.objects.values_list("institution__key", "kind", "other__key")) == [
        ("ror:03w2cmy34", "successor", "ror:03exthx58")
    ]


def test_a_zip_of_the_dump_is_read_beside_the_older_schema_in_it(tmp_path):
    path = tmp_path / "v2.9-2026-06-23-ror-data.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("v2.9-2026-06-23-ror-data.json", "[]")
        archive.write(SAMPLE, "v2.9-2026-06-23-ror-data_schema_v2.json")
        archive.writestr("v2.9-2026-06-23-ror-data.csv", "id\n")
    assert take_in("ror", path).counts["new"] == 10


def test_flattened_lines_give_the_same_institution(tmp_path):
    path = tmp_path / "ror.ndjson.gz"
    path.write_bytes(gzip.compress(json.dumps(FLAT).encode()))
    assert take_in("ror", path).counts["new"] == 1
    leiden = Institution.objects.get()
    assert (leiden.key, leiden.city, leiden.identifier("wikidata")) == ("ror:027bh9e22", "Leiden", "Q156598")


def test_a_network_with_a_record_of_its_own_comes_along(taken_in):
    report = taken_in([{**FLAT, "types": ["nonprofit"], "is_network_org": True}])
    assert report.counts["new"] == 1
    assert Institution.objects.get().is_network


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ror_id": "027bh9e23"}, "is not a ROR id"),
        ({"status": "asleep"}, "the status 'asleep'"),
        ({"country_code": None}, "is not a country code"),
        ({"country_code": "QQ"}, "is not a country code"),
        ({"names": []}, "no name is marked as ror_display"),
        ({"names": None}, "not the shape of schema 2"),
        ({"names": [{"value": 7, "lang": None, "types": ["ror_display"]}]}, "no name is marked"),
        ({"city": "x" * 121}, "121 characters"),
        ({"city": "a\0b"}, "characters that no text can hold"),
        ({"website": "\ud800"}, "characters that no text can hold"),
        ({"external_ids": []}, "not the shape of schema 2"),
        ({"relationships": [{"type": "parent", "id": "nobody"}]}, "is not a ROR id"),
    ],
)
def test_a_record_that_cannot_be_is_refused_with_its_reason_and_the_next_one_comes_in(
    taken_in, change, reason
):
    other = {**FLAT, "ror_id": "04pp8hn57"}
    report = taken_in([{**FLAT, **change}, other])
    assert report.counts["new"] == 1
    assert Institution.objects.get().key == "ror:04pp8hn57"
    assert report.refusals[0].where == "record 1"
    assert reason in " ".join(refusal.reason for refusal in report.refusals)


def test_a_record_that_stands_twice_is_taken_once(taken_in):
    report = taken_in([FLAT, FLAT])
    assert report.counts["new"] == 1
    assert "stands in the file twice" in report.refusals[0].reason


@pytest.mark.parametrize(
    "change",
    [
        {"external_ids": {"isni": {"preferred": None, "all": ["0000 0001 2312 1971"]}}},
        {"names": [*LEIDEN["names"], {"value": "x" * 301, "lang": None, "types": ["alias"]}]},
    ],
)
def test_what_a_record_can_do_without_is_refused_by_itself(taken_in, change):
    report = taken_in([{**FLAT, **change}])
    assert report.counts["new"] == 1
    assert "is left out" in report.refusals[0].reason


def test_impossible_numbers_are_left_unknown(taken_in):
    taken_in([{**FLAT, "lat": -91, "lon": 181, "established": 99_999}])
    leiden = Institution.objects.get()
    assert (leiden.latitude, leiden.longitude, leiden.established) == (None, None, None)


def test_half_a_place_is_none(taken_in):
    taken_in([{**FLAT, "lon": 181}])
    leiden = Institution.objects.get()
    assert (leiden.latitude, leiden.longitude) == (None, None)


def test_a_dump_in_the_older_schema_is_named_so(taken_in):
    with pytest.raises(UnreadableFile, match="schema 1"):
        taken_in([{"id": "https://ror.org/027bh9e22", "name": "Leiden University", "types": ["Education"]}])


def test_two_records_with_one_code_wait_for_a_person(taken_in):
    report = taken_in([FLAT, {**FLAT, "ror_id": "04pp8hn57"}])
    assert report.counts["doubtful pairs"] == 1
    assert report.refusals[0].reason.endswith("Both bear wikidata Q156598.")
    assert Identifier.objects.filter(scheme="wikidata", certainty="confirmed").count() == 1


def test_an_older_dump_cannot_follow_a_newer_one(taken_in):
    taken_in([FLAT], dated="2026-06-23")
    with pytest.raises(UnreadableFile, match="an older list cannot follow"):
        taken_in([FLAT], dated="2025-06")
