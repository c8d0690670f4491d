# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows 11 to 14 of the seed page: Erasmus Mundus, its consortia and the joint programmes."""

import pytest

from amicorum.programmes.models import FundingStatement, Partner

SEED_DAY = "2021-12-31"
LEIDEN = "027bh9e22"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("erasmus-mundus/quality", id="row 11: quality"),
        pytest.param("erasmus-mundus/dialogue", id="row 11: dialogue and understanding"),
        pytest.param("erasmus-mundus/joint-programmes", id="row 12: joint programmes that are set up"),
        pytest.param("erasmus-mundus/cooperation", id="row 12: cooperation with other countries"),
    ],
)
def test_a_statement_on_erasmus_mundus_goes_with_its_record(site, take_away, key):
    statement = FundingStatement.objects.select_related("source").prefetch_related("texts").get(key=key)
    for day in (SEED_DAY, None):
        assert site.says(statement, "programmes/", day)
    assert site.cites(statement.source, "programmes/", SEED_DAY)
    take_away(statement)
    assert not site.says(statement, "programmes/", SEED_DAY)


@pytest.mark.parametrize(
    ("language", "then", "today"),
    [
        (
            "en",
            "There are three joint programmes, offered by two consortia.",
            "There is one joint programme, offered by one consortium.",
        ),
        (
            "nl",
            "Er zijn drie gezamenlijke opleidingen, aangeboden door twee consortia.",
            "Er is één gezamenlijke opleiding, aangeboden door één consortium.",
        ),
    ],
)
def test_rows_13_and_14_consortia_and_programmes_are_counted_from_the_parts_of_the_day(
    site, language, then, today
):
    assert then in site.text(language, "", SEED_DAY)
    assert today in site.text(language)


def test_rows_13_and_14_a_part_that_is_taken_away_is_counted_no_more(site, take_away):
    take_away(Partner.objects.get(key=f"mind/{LEIDEN}"))
    assert "There are two joint programmes, offered by one consortium." in site.text("en", "", SEED_DAY)
    assert "Er zijn twee gezamenlijke opleidingen, aangeboden door één consortium." in site.text(
        "nl", "", SEED_DAY
    )


def test_row_13_programme_consortium_and_funding_have_each_their_own_period(site):
    for language in ("en", "nl"):
        text = site.text(language, "programmes/mind/")
        assert "2011" in text
        assert "2017" in text
        assert "Erasmus Mundus" in text


@pytest.mark.parametrize(("language", "former"), [("en", "Former partner"), ("nl", "Voormalig partner")])
def test_row_13_leiden_is_a_former_partner_of_mind_today_and_was_none_then(site, language, former):
    assert former in site.text(language, "programmes/mind/")
    assert former not in site.text(language, "programmes/mind/", SEED_DAY)
