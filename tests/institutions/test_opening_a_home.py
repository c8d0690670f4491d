# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A home wears a stylesheet that is among the assets, or it does not open."""

import pytest

from amicorum.institutions.actions.homes import UnableToOpenHome, open_home
from amicorum.institutions.models import Home
from tests.cast import TOLD

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "theme", ["css/theme-leyden.css", "", "css", "../theme-leiden.css", "/css/theme-leiden.css"]
)
def test_a_theme_that_nobody_has_is_refused(cast, theme):
    with pytest.raises(UnableToOpenHome, match="no stylesheet"):
        open_home(slug="geneva", institution=cast.geneva, values={"languages": "fr", "theme": theme}, **TOLD)
    assert not Home.objects.filter(slug="geneva").exists()


def test_a_theme_of_the_assets_is_worn(cast):
    values = {"languages": "fr", "theme": "css/theme-example.css"}
    assert (
        open_home(slug="geneva", institution=cast.geneva, values=values, **TOLD)[0].theme == values["theme"]
    )
