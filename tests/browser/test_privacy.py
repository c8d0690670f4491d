# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A visitor gets no cookie and causes no request to another host, and the policy is never broken."""

from urllib.parse import urlsplit

import pytest

from tests.browser.pages import LANGUAGES, PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_sets_a_cookie_or_asks_another_host_or_breaks_the_policy(small_site, page, language):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in PAGES:
        page.goto(f"{small_site}/{language}/{path}", wait_until="networkidle")
    hosts = {urlsplit(address).hostname for address in asked if not address.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}
    assert page.context.cookies() == []
    assert said == []
