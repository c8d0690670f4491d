# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import openpyxl
import pytest

from amicorum.institutions.models import Institution, InstitutionName, RegisterRecord
from amicorum.intake.commands import take_in
from amicorum.intake.files import UnreadableFile
from amicorum.sources.models import Source

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent.parent / "data" / "institutions"
HEADER = "erasmus_code,legal_name,pic,oid,postcode,city,country_code,website"
LEIDEN = "NL LEIDEN01,UNIVERSITEIT LEIDEN,999974553,E10209370,2300,Leiden,NL,https://www.leidenuniv.nl"
UTRECHT = "NL UTRECHT01,UNIVERSITEIT UTRECHT,999985805,E10208770,3584,Utrecht,NL,https://www.uu.nl"


@pytest.fixture
def taken_in(tmp_path):
    def take(*rows, header=HEADER, **options):
        path = tmp_path / "list.csv"
        path.write_text("\n".join([header, *rows]), encoding="utf-8")
        return take_in("eche", path, **options)

    return take


@pytest.mark.slow
def test_a_newer_list_tells_who_was_added_removed_renamed_and_changed():
    first = take_in("eche", DATA / "eche_previous.csv", dated="2025-01")
    assert (first.counts["new"], first.counts["removed"]) == (5887, 0)
    institutions = Institution.objects.count()
    report = take_in("eche", DATA / "eche.csv", dated="2026-04")
    told = {name: report.counts[name] for name in ("added", "removed", "renamed", "changed", "unchanged")}
    assert told == {"added": 287, "removed": 32, "renamed": 153, "changed": 469, "unchanged": 5386}
    assert Institution.objects.count() >= institutions
    assert RegisterRecord.objects.filter(register="eche").count() == 5887 + 287
    again = take_in("eche", DATA / "eche.csv", dated="2026-04")
    assert (again.counts["unchanged"], again.counts["removed"]) == (6142, 0)


def test_a_charter_holder_becomes_an_institution_with_its_codes(taken_in):
    taken_in(LEIDEN, UTRECHT)
    leiden = Institution.objects.get(key="eche:NL LEIDEN01")
    assert (leiden.display_name, leiden.city, leiden.country_code) == ("UNIVERSITEIT LEIDEN", "Leiden", "NL")
    assert leiden.identifier("pic") == "999974553"
    assert leiden.identifier("oid") == "E10209370"
    assert leiden.names.get().kind == InstitutionName.Kind.LEGAL


def test_a_list_is_cited_by_its_month(taken_in):
    taken_in(LEIDEN, dated="2026-04-08")
    source = Source.objects.get(key="eche-2026-04")
    assert (source.kind, source.published) == ("register", "2026-04-08")


def test_the_date_of_a_list_is_read_from_its_name(tmp_path):
    path = tmp_path / "accredited-heis-2026-04-08.csv"
    path.write_text(f"{HEADER}\n{LEIDEN}\n", encoding="utf-8")
    take_in("eche", path)
    assert Source.objects.filter(key="eche-2026-04").exists()


def test_an_undated_list_follows_any_other(taken_in):
    taken_in(LEIDEN, dated="2099-04")
    assert taken_in(LEIDEN).counts["unchanged"] == 1


def test_an_older_list_cannot_follow_a_newer_one_and_changes_nothing(taken_in):
    taken_in(LEIDEN, UTRECHT, dated="2026-04")
    with pytest.raises(UnreadableFile, match="an older list cannot follow"):
        taken_in(LEIDEN, dated="2025-01")
    assert not RegisterRecord.objects.exclude(gone_since=None).exists()


def test_a_date_that_is_none_is_refused(taken_in):
    with pytest.raises(UnreadableFile, match="is not a date"):
        taken_in(LEIDEN, dated="2026-13")


def test_a_change_in_any_column_counts(taken_in):
    taken_in(LEIDEN, UTRECHT)
    report = taken_in(LEIDEN.replace("2300", "2311"), UTRECHT)
    assert (report.counts["changed"], report.counts["renamed"]) == (1, 0)


def test_the_order_of_columns_changes_nothing(taken_in):
    taken_in("NL LEIDEN01,UNIVERSITEIT LEIDEN,NL", header="erasmus_code,legal_name,country_code")
    report = taken_in("NL,UNIVERSITEIT LEIDEN,NL LEIDEN01", header="country_code,legal_name,erasmus_code")
    assert report.counts["unchanged"] == 1


def test_the_workbook_of_the_commission_is_read_under_its_own_headers(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["Higher education institutions awarded the charter"])
    sheet.append(
        ["Proposal Number", "Erasmus Code", "PIC", "OID", "Organisation Legal Name", "City", "Country Cd"]
    )
    sheet.append([101012444, "NL LEIDEN01", 999974553, "E10209370", "UNIVERSITEIT LEIDEN", "Leiden", "NL"])
    sheet.append([101012445, "G  ATHINE01", 999643007, "#N/A", "ETHNIKO PANEPISTIMIO", "Athina", "EL"])
    workbook.save(tmp_path / "list.xlsx")
    report = take_in("eche", tmp_path / "list.xlsx")
    assert (report.counts["new"], report.refusals) == (2, [])
    assert Institution.objects.get(key="eche:NL LEIDEN01").identifier("pic") == "999974553"
    assert Institution.objects.get(key="eche:G  ATHINE01").country_code == "GR"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("LEIDEN,UNIVERSITEIT LEIDEN,,,,,NL,", "is not an Erasmus code"),
        ("NL LEIDEN01,,,,,,NL,", "has no legal name"),
        ("NL LEIDEN01,UNIVERSITEIT LEIDEN,,,,,QQ,", "is not a country code"),
        (f"NL LEIDEN01,{'x' * 301},,,,,NL,", "301 characters"),
        ("NL UTRECHT01,AGAIN,,,,,NL,", "stands in row 2 already"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_number_and_reason(taken_in, row, reason):
    report = taken_in(UTRECHT, row)
    assert report.counts["new"] == 1
    assert [refusal.where for refusal in report.refusals] == ["row 3"]
    assert reason in report.refusals[0].reason


def test_a_pic_that_is_none_is_refused_by_itself(taken_in):
    report = taken_in(LEIDEN.replace("999974553", "99997455"))
    assert report.counts["new"] == 1
    assert "is not a PIC" in report.refusals[0].reason
    assert Institution.objects.get().identifier("oid") == "E10209370"


def test_a_row_that_is_refused_now_is_not_taken_to_be_gone(taken_in):
    taken_in(LEIDEN, UTRECHT)
    report = taken_in(LEIDEN.replace(",NL,", ",QQ,"), UTRECHT, complete=True)
    assert (report.counts["removed"], len(report.refusals)) == (0, 1)


def test_a_list_that_is_cut_short_removes_nobody_and_says_so(taken_in):
    taken_in(LEIDEN, UTRECHT)
    report = taken_in(LEIDEN)
    assert report.counts["removed"] == 0
    assert "more than a fifth" in report.refusals[0].reason
    assert taken_in(LEIDEN, complete=True).counts["removed"] == 1


@pytest.mark.parametrize("text", ["", "one,two\n1,2\n", f"{HEADER}\n"])
def test_a_file_that_is_no_such_list_is_refused_as_a_whole(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="The list"):
        take_in("eche", path)
    assert not Source.objects.exists()
