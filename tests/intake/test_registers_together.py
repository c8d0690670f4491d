# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import time
from pathlib import Path

import pytest

from amicorum.institutions.models import DoubtfulPair, Institution, RegisterRecord
from amicorum.intake.commands import take_in
from amicorum.journal.models import Entry

DATA = Path(__file__).parent.parent.parent / "data"
INSTITUTIONS = DATA / "institutions"
MOST_SECONDS = 20
"""Of computing, not on the clock: the machine that tests may be busy with other work."""


@pytest.mark.slow
@pytest.mark.django_db
def test_the_real_registers_become_one():
    take_in("sources", DATA / "sources.csv")
    started = time.process_time()
    ror = take_in("ror", INSTITUTIONS / "ror.ndjson.gz")
    assert time.process_time() - started < MOST_SECONDS
    assert ror.counts["new"] == 13_936
    assert {refusal.where for refusal in ror.refusals} == {"a code"}
    assert take_in("added", INSTITUTIONS / "added.csv").refusals == []
    assert take_in("crosswalk", INSTITUTIONS / "crosswalk.csv").counts["new"] == 1_791
    eche = take_in("eche", INSTITUTIONS / "eche.csv", dated="2026-04")
    assert eche.counts["new"] == 6_142
    queue = take_in("crosswalk", INSTITUTIONS / "crosswalk_review_queue.csv")
    assert (queue.counts["new"], queue.refusals) == (57, [])
    assert take_in("names", INSTITUTIONS / "own_names.csv").refusals == []
    _leiden_is_one_institution()
    _nothing_was_merged()
    _nothing_is_new_the_second_time()


def _leiden_is_one_institution():
    leiden = Institution.objects.get(key="ror:027bh9e22")
    assert {code.scheme: (code.value, code.certainty) for code in leiden.identifiers.all()} == {
        "ror": ("027bh9e22", "confirmed"),
        "erasmus": ("NL LEIDEN01", "confirmed"),
        "pic": ("999974553", "confirmed"),
        "oid": ("E10209370", "confirmed"),
        "schac": ("leidenuniv.nl", "uncertain"),
        "grid": ("grid.5132.5", "confirmed"),
        "isni": ("0000000123121970", "confirmed"),
        "wikidata": ("Q156598", "confirmed"),
    }
    names = {(name.kind, name.language, name.name) for name in leiden.names.all()}
    assert {
        ("label", "en", "Leiden University"),
        ("label", "nl", "Universiteit Leiden"),
        ("legal", "", "UNIVERSITEIT LEIDEN"),
        ("alias", "en", "University of Leyden"),
    } <= names


def _nothing_was_merged():
    """Each institution has at most one entry of each register."""
    records = list(RegisterRecord.objects.values_list("register", "institution_id"))
    assert len(records) == len(set(records)) == 13_936 + 6_142
    verdicts = set(DoubtfulPair.objects.values_list("verdict", flat=True))
    assert verdicts == {"open", "different"}


def _nothing_is_new_the_second_time():
    entries = Entry.objects.count()
    again = [
        take_in("ror", INSTITUTIONS / "ror.ndjson.gz"),
        take_in("crosswalk", INSTITUTIONS / "crosswalk.csv"),
        take_in("eche", INSTITUTIONS / "eche.csv", dated="2026-04"),
    ]
    assert [report.counts["unchanged"] for report in again] == [13_936, 1_791, 6_142]
    assert Entry.objects.count() == entries
