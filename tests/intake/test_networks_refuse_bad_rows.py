# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from amicorum.intake.networks import (
    COUNT_COLUMNS,
    MEMBERSHIP_COLUMNS,
    NETWORK_COLUMNS,
    take_in_networks,
)
from amicorum.intake.statements import STATEMENT_COLUMNS
from amicorum.journal.models import Entry
from amicorum.networks.models import Membership, Network, NetworkStatement
from tests.intake.tables import outcomes, refused, taken_in, write

TEXTS = ("network", "field", "language", "text")
STATEMENTS = (*STATEMENT_COLUMNS, "network", "corrected_by")
GUILD = {"id": "guild", "kind": "alliance", "founded": "2016", "listing": "none", "source": "leiden-page"}
GENEVA = {
    "key": "guild/geneva", "network": "guild", "institution_ror": "01swzsf04", "kind": "full",
    "start": "2016", "certainty": "confirmed", "source": "leiden-page",
}  # fmt: skip
AIM = {
    "key": "guild/aim", "network": "guild", "kind": "aim", "certainty": "confirmed", "source": "leiden-page",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path, cast):
    """A data folder with one network, one membership and one statement."""
    networks = tmp_path / "networks"
    write(networks / "networks.csv", NETWORK_COLUMNS, GUILD)
    name = {"network": "guild", "field": "name", "language": "en", "text": "The Guild"}
    write(networks / "network_texts.csv", TEXTS, name, {**name, "language": "nl", "text": "De Gilde"})
    write(networks / "memberships.csv", MEMBERSHIP_COLUMNS, GENEVA)
    write(networks / "statements.csv", STATEMENTS, AIM)
    text = {"statement": "guild/aim", "language": "en", "text": "Speaks for research."}
    write(networks / "statement_texts.csv", ("statement", "language", "text"), text)
    write(networks / "country_counts.csv", COUNT_COLUMNS)
    return networks


def memberships(folder, *rows):
    write(folder / "memberships.csv", MEMBERSHIP_COLUMNS, *rows)
    return taken_in(take_in_networks, folder)


def test_what_is_well_formed_is_taken_in_and_told(folder):
    assert outcomes(taken_in(take_in_networks, folder)) == (3, 0, 0)
    assert Network.objects.get(slug="guild").said("name", "nl").text == "De Gilde"
    assert Membership.objects.get(key="guild/geneva").institution.display_name == "University of Geneva"


def test_taking_in_again_changes_nothing_and_writes_nothing_in_the_journal(folder):
    taken_in(take_in_networks, folder)
    before = Entry.objects.count()
    assert outcomes(taken_in(take_in_networks, folder)) == (0, 0, 3)
    assert Entry.objects.count() == before


def test_a_changed_cell_changes_its_record_and_no_other(folder):
    taken_in(take_in_networks, folder)
    assert outcomes(memberships(folder, {**GENEVA, "end": "2020"})) == (0, 1, 2)
    assert str(Membership.objects.get(key="guild/geneva").counts_until) == "2020-01-01"


def test_a_text_that_is_no_longer_in_the_table_goes(folder):
    taken_in(take_in_networks, folder)
    write(folder / "network_texts.csv", TEXTS)
    assert outcomes(taken_in(take_in_networks, folder)) == (0, 1, 2)
    assert not Network.objects.get(slug="guild").said("name", "nl")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"institution_ror": "027bh9e23"}, "a ROR id"),
        ({"institution_ror": "02h4kdd20"}, "no institution is known"),
        ({"institution_ror": ""}, "in one of both columns"),
        ({"institution_key": "luca"}, "in one of both columns"),
        ({"institution_ror": "", "institution_key": "luca"}, "no institution is known as 'added:luca'"),
        ({"network": "guilds"}, "no network is known as 'guilds'"),
        ({"source": "hearsay"}, "no source is known as 'hearsay'"),
        ({"also_sources": "leiden-page;hearsay"}, "no source is known as 'hearsay'"),
        ({"successor_network": "none"}, "no network is known as 'none'"),
        ({"kind": "half"}, "kind"),
        ({"certainty": "sure"}, "certainty"),
        ({"certainty": ""}, "has no certainty"),
        ({"start": "2021-02-30"}, "is not a date"),
        ({"start": "2021", "end": "2020"}, "is not a possible period"),
    ],
)
def test_a_bad_membership_is_refused_with_its_row_and_reason_and_the_others_go_on(folder, change, reason):
    good = {**GENEVA, "key": "guild/copenhagen", "institution_ror": "035b05819"}
    report = memberships(folder, {**GENEVA, **change}, good)
    assert list(refused(report)) == ["memberships.csv:2"]
    assert reason in refused(report)["memberships.csv:2"]
    assert list(Membership.objects.filter(network__slug="guild").values_list("key", flat=True)) == [
        good["key"]
    ]


def test_a_key_that_stands_twice_is_refused_the_second_time(folder):
    report = memberships(folder, GENEVA, {**GENEVA, "start": "2018"})
    assert refused(report) == {
        "memberships.csv:3": "the key guild/geneva stands in memberships.csv:2 already"
    }
    assert Membership.objects.get(key="guild/geneva").start == "2016"


def test_a_row_that_was_cut_short_is_refused(folder):
    with (folder / "memberships.csv").open("a", encoding="utf-8") as file:
        file.write("guild/copenhagen,guild,035b05819\n")
    report = taken_in(take_in_networks, folder)
    assert refused(report) == {"memberships.csv:3": "has 3 cells where the header has 13"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The header lacks key"),
        (b"key,network\n", "The header lacks institution_ror"),
        (",".join([*MEMBERSHIP_COLUMNS, "key"]).encode(), "The header names key twice"),
        (b"key,network\xff\n", "not in UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_refusal_and_the_other_tables_are_taken_in(
    folder, content, reason
):
    (folder / "memberships.csv").write_bytes(content)
    report = taken_in(take_in_networks, folder)
    assert outcomes(report) == (2, 0, 0)
    assert list(refused(report)) == ["memberships.csv"]
    assert reason in refused(report)["memberships.csv"]


def test_a_missing_table_of_texts_leaves_the_texts_that_are_held_alone(folder):
    taken_in(take_in_networks, folder)
    (folder / "network_texts.csv").unlink()
    assert refused(taken_in(take_in_networks, folder)) == {"network_texts.csv": "There is no such file."}
    assert Network.objects.get(slug="guild").said("name", "en").text == "The Guild"


def test_a_text_without_an_owner_is_refused(folder):
    stray = {"network": "guilds", "field": "name", "language": "en", "text": "The Guilds"}
    write(folder / "network_texts.csv", TEXTS, stray)
    report = taken_in(take_in_networks, folder)
    assert refused(report) == {"network_texts.csv:2": "its owner guilds is not in the table beside it"}


def test_a_statement_is_taken_in_after_the_one_that_corrects_it(folder):
    corrected = {**AIM, "key": "guild/old", "corrected_by": "guild/aim"}
    write(folder / "statements.csv", STATEMENTS, corrected, AIM)
    taken_in(take_in_networks, folder)
    better = NetworkStatement.objects.get(key="guild/old").corrected_by
    assert better is not None
    assert better.key == "guild/aim"
    assert outcomes(taken_in(take_in_networks, folder)) == (0, 0, 4)


def test_statements_that_correct_each_other_in_a_circle_are_refused(folder):
    one = {**AIM, "corrected_by": "guild/two"}
    two = {**AIM, "key": "guild/two", "corrected_by": "guild/aim"}
    write(folder / "statements.csv", STATEMENTS, one, two)
    write(folder / "statement_texts.csv", ("statement", "language", "text"))
    assert list(refused(taken_in(take_in_networks, folder))) == ["statements.csv:2", "statements.csv:3"]


def test_a_count_needs_a_place_and_a_number(folder):
    row = {
        "network": "guild",
        "country": "CH",
        "location": "Switzerland",
        "members": "2",
        "source": "leiden-page",
    }
    write(
        folder / "country_counts.csv", COUNT_COLUMNS, row, {**row, "members": "two"}, {**row, "location": ""}
    )
    report = taken_in(take_in_networks, folder)
    assert list(refused(report)) == ["country_counts.csv:3", "country_counts.csv:4"]
    assert Network.objects.get(slug="guild").country_counts.get().members == 2


@pytest.mark.parametrize("name", ["the guild.eu", "Réseau", "a/b", "x" * 61])
def test_an_id_of_a_network_that_no_address_can_hold_is_refused(folder, name):
    write(folder / "networks.csv", NETWORK_COLUMNS, {**GUILD, "id": name})
    assert refused(taken_in(take_in_networks, folder))["networks.csv:2"].startswith("slug: ")
    assert not Network.objects.exclude(slug="leru").exists()


@pytest.mark.parametrize(
    ("table", "columns", "row"),
    [
        ("memberships.csv", MEMBERSHIP_COLUMNS, {**GENEVA, "key": "x" * 141}),
        ("statements.csv", STATEMENTS, {**AIM, "key": "x" * 121}),
        (
            "country_counts.csv",
            COUNT_COLUMNS,
            {"network": "guild", "location": "x" * 81, "members": "2", "source": "leiden-page"},
        ),
    ],
)
def test_a_key_that_is_too_long_is_refused_in_every_table(folder, table, columns, row):
    write(folder / table, columns, row)
    assert "Ensure this value has at most" in refused(taken_in(take_in_networks, folder))[f"{table}:2"]
