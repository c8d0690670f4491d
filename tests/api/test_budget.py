# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""At most fifteen queries an answer, however long the list."""

import pytest

from tests.api.reading import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]
MOST = 15
REAL = (
    "institutions", "institutions?q=leiden", "networks", "networks/leru", "networks/leru/members",
    "programmes", "programmes/mind", "programmes/mind/partners", "partners", "partners?q=university&level=7",
    "sources",
)  # fmt: skip


@pytest.mark.parametrize("path", REAL)
def test_an_answer_stays_within_its_budget(path):
    path, _, text = path.partition("?")
    query = dict(pair.split("=") for pair in text.split("&") if pair)
    assert queries(path, **query) <= MOST


@pytest.mark.parametrize(
    "path", ["institutions", "networks", "networks/leru/members", "programmes", "partners"]
)
def test_ten_times_the_results_cost_no_more(path):
    assert queries(path, limit=10, offset=1) == queries(path, limit=1)
