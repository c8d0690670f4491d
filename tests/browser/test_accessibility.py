# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every public page passes axe in both languages, light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import ERRORS, LANGUAGES, PAGES

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "preload": False}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "preload": False}
WIDTHS = (360, 1440)
# What stands where is the same by day and by night; in the dark only the colours are others.
LOOKS = [("light", width, EVERYTHING) for width in WIDTHS] + [("dark", width, COLOURS) for width in WIDTHS]


@pytest.fixture
def reader(chromium):
    """A tab into which axe may be laid; what the policy forbids is tried elsewhere."""
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*PAGES, *ERRORS])
def test_a_page_has_no_violation(small_site, reader, language, path):
    reader.goto(f"{small_site}/{language}/{path}")
    assert_no_violation(reader)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("standing", ["open", "full", "suspended"])
def test_the_page_of_a_destination_has_no_violation(small_site, reader, language, standing):
    reader.goto(f"{small_site}/{language}/partners/?standing={standing}")
    reader.locator(".destination-name a").first.click()
    reader.wait_for_load_state()
    assert "/partners/" in reader.url
    assert_no_violation(reader)


def assert_no_violation(reader):
    found = {}
    for scheme, width, rules in LOOKS:
        reader.emulate_media(color_scheme=scheme)
        reader.set_viewport_size({"width": width, "height": 900})
        result = Axe().run(reader, options=rules)
        if result.violations_count:
            found[scheme, width] = result.generate_report()
    assert not found, "\n".join(f"{look}: {report}" for look, report in found.items())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_never_scrolls_sideways(small_site, page, path):
    page.goto(f"{small_site}/nl/{path}")
    for width in (320, 360, 800, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_the_keyboard_reaches_the_text_first_and_every_part_of_the_masthead(small_site, page):
    page.goto(f"{small_site}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_day_can_be_changed_by_keyboard_alone_and_is_kept_while_one_walks(small_site, page):
    page.goto(f"{small_site}/en/")
    page.locator("#as-of").fill("2021-12-31")
    page.keyboard.press("Enter")
    page.wait_for_url("**as_of=2021-12-31")
    page.get_by_role("link", name="Networks", exact=True).click()
    assert page.url.endswith("/en/networks/?as_of=2021-12-31")
    page.get_by_role("link", name="Nederlands").click()
    assert page.url.endswith("/nl/networks/?as_of=2021-12-31")
