# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import argparse
import json

import pytest

from amicorum.institutions.models import Institution
from amicorum.intake import editions
from amicorum.intake.commands import INTAKES, add_commands
from tests.institutions.entries import source

HEADER = "erasmus_code,legal_name,country_code"


def run(*words):
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers(required=True))
    given = parser.parse_args(["intake", *map(str, words)])
    return given.run(given)


@pytest.mark.parametrize("name", INTAKES)
def test_every_kind_of_file_has_a_function_that_takes_it_in(name):
    assert callable(INTAKES[name].load())


@pytest.mark.django_db
def test_a_list_that_is_taken_in_is_reported_with_its_refused_rows(tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADER}\nNL LEIDEN01,UNIVERSITEIT LEIDEN,NL\nLEIDEN,X,NL\n", encoding="utf-8")
    assert run("eche", path, "--dated", "2026-04") == 0
    told = capsys.readouterr().out
    assert "1 new" in told
    assert "1 refused" in told
    assert 'row 3: "LEIDEN" is not an Erasmus code' in told


@pytest.mark.parametrize("name", ["ror", "eche", "crosswalk", "names", "added", "sources"])
@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"naam\nM\xfcnchen\n", b"", b"\x1f\x8b\x08broken"])
@pytest.mark.django_db
def test_a_file_that_cannot_be_used_ends_in_status_2_with_a_sentence(tmp_path, capsys, name, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert run(name, path) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"{path}: ")
    assert complaint.endswith(".\n")
    assert complaint.count("\n") == 1
    assert not Institution.objects.exists()


@pytest.mark.django_db
def test_agreements_are_asked_whose_they_are(tmp_path, capsys):
    path = tmp_path / "agreements.csv"
    path.write_text("agreement_id,kind,owner_unit,valid_from,valid_through,source\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        run("agreements", path)
    assert "--home" in capsys.readouterr().err
    assert run("agreements", path, "--home", "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.django_db
def test_batches_before_a_fault_stay_and_the_mended_file_adds_the_rest(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(editions, "BATCH", 1)
    source("ror")
    lines = [json.dumps(record(key)) for key in ("027bh9e22", "04pp8hn57")]
    path = tmp_path / "ror.ndjson"
    path.write_text("\n".join([lines[0], "{", lines[1]]), encoding="utf-8")
    assert run("ror", path) == 2
    assert "taken in before the fault stays" in capsys.readouterr().err
    assert Institution.objects.count() == 1
    path.write_text("\n".join(lines), encoding="utf-8")
    assert run("ror", path) == 0
    told = capsys.readouterr().out
    assert "1 new" in told
    assert "1 unchanged" in told


def record(key):
    return {
        "ror_id": key,
        "names": [{"value": f"University {key}", "lang": "en", "types": ["ror_display", "label"]}],
        "types": ["education"],
        "status": "active",
        "established": None,
        "country_code": "NL",
        "city": "Leiden",
        "lat": None,
        "lon": None,
        "website": None,
        "external_ids": {},
        "relationships": [],
    }
