# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A visitor gets no cookie; whatever the code could set stands in the register of cookies."""

import re

import pytest

from amicorum.site.cookies import COOKIES, Audience
from tests.house.repository import files, text

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/", "/en/", "/nl/", "/en/networks/", "/en/programmes/", "/en/partners/", "/en/sources/", "/en/cookies/",
    "/en/accessibility/", "/en/data/", "/en/changes.atom", "/en/networks.csv", "/sitemap.xml", "/robots.txt",
    "/en/nowhere/", "/en/?as_of=2021-02-30", "/healthz",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_visitor_gets_no_cookie(cast, client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Set-Cookie" not in response


def test_no_cookie_of_the_register_is_meant_for_visitors():
    assert [cookie.name for cookie in COOKIES if cookie.audience is Audience.VISITORS] == []


def test_the_code_sets_no_cookie_that_is_not_in_the_register():
    set_in_code = re.compile(r"set_(?:signed_)?cookie\(\s*[\"']([^\"']+)|document\.cookie")
    code = [file for file in files() if file.parts[0] in ("src", "assets")]
    sources = [file for file in code if file.suffix in (".py", ".js")]
    assert len(sources) > 100
    found = {name for file in sources for name in set_in_code.findall(text(file) or "")}
    assert found <= {cookie.name for cookie in COOKIES}
