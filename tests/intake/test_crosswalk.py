# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.institutions.actions.registers import take_in as take_in_register
from amicorum.institutions.models import DoubtfulPair, Identifier, Institution
from amicorum.intake.commands import take_in
from tests.institutions.entries import AT, BY, eche_edition, of_eche, of_ror, pic, ror_edition

pytestmark = pytest.mark.django_db

HEADER = "ror_id,erasmus_code,pic,oid,schac_candidate,confidence,method,name_similarity"
LEIDEN = "027bh9e22,NL LEIDEN01,999974553,E10209370,leidenuniv.nl,B,name and city,96.0"
CHARTER = of_eche("NL LEIDEN01", "UNIVERSITEIT LEIDEN", pic(999974553))


@pytest.fixture(autouse=True)
def held():
    entries = [of_ror("027bh9e22", "Leiden University"), of_ror("04pp8hn57", "Utrecht University")]
    take_in_register(ror_edition(), entries, by=BY, at=AT)


def charter():
    return take_in_register(eche_edition(), [CHARTER], by=BY, at=AT)


@pytest.fixture
def taken_in(tmp_path):
    def take(*rows):
        path = tmp_path / "crosswalk.csv"
        path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
        return take_in("crosswalk", path)

    return take


def leiden():
    return Institution.objects.get(key="ror:027bh9e22")


def certainties():
    return dict(leiden().identifiers.filter(source__key="crosswalk").values_list("scheme", "certainty"))


def test_a_sure_match_gives_the_codes_of_the_charter_and_an_unverified_schac_id(taken_in):
    assert taken_in(LEIDEN).counts["new"] == 1
    sure = dict.fromkeys(("erasmus", "pic", "oid"), "confirmed")
    assert certainties() == {**sure, "schac": "uncertain"}
    assert leiden().identifiers.get(scheme="erasmus").evidence == "name and city"


def test_the_charter_then_joins_the_institution(taken_in):
    taken_in(LEIDEN)
    charter()
    assert Institution.objects.count() == 2
    assert leiden().names.get(kind="legal").name == "UNIVERSITEIT LEIDEN"


def test_a_weak_match_gives_probable_codes_and_the_charter_a_doubtful_pair(taken_in):
    taken_in(LEIDEN.replace(",B,", ",C,"))
    assert set(certainties().values()) == {"probable", "uncertain"}
    charter()
    pair = DoubtfulPair.objects.get()
    assert {pair.institution.key, pair.other.key} == {"ror:027bh9e22", "eche:NL LEIDEN01"}


def test_the_same_file_again_changes_nothing(taken_in):
    taken_in(LEIDEN)
    again = taken_in(LEIDEN)
    assert (again.counts["new"], again.counts["changed"], again.counts["unchanged"]) == (0, 0, 1)


def test_a_match_that_becomes_surer_changes_the_certainty(taken_in):
    taken_in(LEIDEN.replace(",B,", ",C,"))
    assert taken_in(LEIDEN).counts["changed"] == 1
    assert certainties()["erasmus"] == "confirmed"


def test_a_code_that_names_another_institution_makes_a_doubtful_pair_and_never_a_merge(taken_in):
    charter()
    report = taken_in(LEIDEN)
    pair = DoubtfulPair.objects.get()
    assert (pair.reason, pair.score, pair.verdict) == ("Crosswalk, confidence B: name and city", 96.0, "open")
    assert report.counts["doubtful pairs"] == 1
    assert not Identifier.objects.filter(source__key="crosswalk").exists()


@pytest.mark.parametrize(("confidence", "verdict"), [("D", "open"), ("X", "different")])
def test_the_review_queue_becomes_doubtful_pairs(taken_in, confidence, verdict):
    charter()
    row = LEIDEN.replace(",B,", f",{confidence},")
    assert taken_in(row).counts["new"] == 1
    assert taken_in(row).counts["unchanged"] == 1
    assert DoubtfulPair.objects.get().verdict == verdict


def test_a_verdict_is_not_undone_by_a_file(taken_in):
    charter()
    taken_in(LEIDEN.replace(",B,", ",X,"))
    taken_in(LEIDEN.replace(",B,", ",D,"))
    assert DoubtfulPair.objects.get().verdict == "different"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (LEIDEN.replace("027bh9e22", "05f950310"), "no institution bears the ror 05f950310"),
        (LEIDEN.replace("027bh9e22", "leiden"), "is not a ROR id"),
        (LEIDEN.replace("NL LEIDEN01", "LEIDEN"), "is not an Erasmus code"),
        (LEIDEN.replace(",B,", ",D,"), "no institution bears the erasmus NL LEIDEN01"),
        (LEIDEN.replace(",B,", ",Q,"), "the confidence 'Q' is none of A, B, C, D, X"),
        (LEIDEN.replace("96.0", "nan"), "name_similarity says 'nan'"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_reason(taken_in, row, reason):
    report = taken_in(row)
    assert reason in report.refusals[0].reason
    assert not Identifier.objects.filter(source__key="crosswalk").exists()


def test_a_pair_that_is_one_institution_already_is_refused(taken_in):
    taken_in(LEIDEN)
    report = taken_in(LEIDEN.replace(",B,", ",D,"))
    assert "are one institution already" in report.refusals[0].reason


def test_a_pic_that_is_none_is_refused_by_itself(taken_in):
    report = taken_in(LEIDEN.replace("999974553", "1"))
    assert "is not a PIC" in report.refusals[0].reason
    assert leiden().identifier("erasmus") == "NL LEIDEN01"


def test_a_pic_of_another_institution_is_withheld_with_a_line(taken_in):
    other = LEIDEN.replace("027bh9e22", "04pp8hn57").replace("LEIDEN01", "UTRECHT01").replace("E10209370", "")
    report = taken_in(LEIDEN, other)
    assert "Both bear pic 999974553" in report.refusals[0].reason
    assert DoubtfulPair.objects.count() == 1


def test_a_code_that_its_register_has_ended_stays_ended(taken_in):
    taken_in(LEIDEN)
    leiden().identifiers.filter(scheme="erasmus").update(end="by 2026-04-08", counts_until="2026-04-08")
    taken_in(LEIDEN)
    assert leiden().identifier("erasmus") == ""
