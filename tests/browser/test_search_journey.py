# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A student finds a destination in three choices: with scripts, without them, by keyboard, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
CHOICES = ("field-04", "level-6", "language-en")


@pytest.fixture
def plain_page(chromium):
    """A tab in which no script runs."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def count(page: Page) -> str:
    return page.locator("#count").inner_text()


def choose(page: Page, key: str) -> None:
    """Choose a value and wait for the address to hold it."""
    page.locator(f"#{key}").click()
    name, _, value = key.partition("-")
    page.wait_for_url(re.compile(rf"[?&]{name}={value}(&|$)"))
    expect(page.locator(f"#{key}[aria-current=true]")).to_be_visible()


def test_three_choices_lead_to_a_destination_and_each_changes_the_count(small_site, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{small_site}/en/partners/")
    counts = [count(page)]
    for key in CHOICES:
        number = page.locator(f"li:has(> #{key}) .count").inner_text()
        choose(page, key)
        counts.append(count(page))
        assert page.locator("#count").inner_text().lower().startswith(number) or int(number) <= 12
    assert len(set(counts[:2])) == 2
    page.locator(".destination-name a").first.click()
    page.wait_for_url("**/en/partners/*/")
    expect(page.get_by_text("Who may go").first).to_be_visible()


def test_choosing_brings_only_the_page_and_keeps_script_and_place(small_site, page):
    """htmx brings the new list: the document stays, so the choice keeps the keyboard."""
    page.goto(f"{small_site}/en/partners/")
    page.evaluate("window.isTheSame = true")
    choose(page, "level-6")
    assert page.evaluate("window.isTheSame") is True
    expect(page.locator("#level-6")).to_be_focused()


def go_back(page: Page, chosen: int) -> None:
    """Press Back, and wait for the page on which so many values are chosen.

    Not with `page.go_back`: htmx answers Back with a new load, and two loads in a row confuse its waiting.
    """
    page.evaluate("history.back()")
    expect(page.locator(".facet [aria-current=true]")).to_have_count(chosen)


def test_back_undoes_the_last_choice(small_site, page):
    page.goto(f"{small_site}/en/partners/")
    counts = [count(page)]
    for key in CHOICES:
        choose(page, key)
        counts.append(count(page))
    for chosen in (2, 1, 0):
        go_back(page, chosen)
        expect(page.locator("#count")).to_have_text(counts[chosen])
    expect(page.locator(".chosen")).to_have_count(0)


def test_the_other_language_and_the_day_keep_what_was_chosen(small_site, page):
    page.goto(f"{small_site}/en/partners/")
    choose(page, "level-6")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url("**/nl/partners/?level=6")
    page.locator("#as-of").fill("2026-12-31")
    page.locator("#as-of").press("Enter")
    page.wait_for_url("**level=6**as_of=2026-12-31**")


def test_a_choice_is_taken_away_by_its_word(small_site, page):
    page.goto(f"{small_site}/en/partners/?level=6&field=04")
    page.get_by_role("link", name="Remove filter Level: Bachelor").click()
    page.wait_for_url("**/en/partners/?field=04")
    expect(page.locator(".chosen li")).to_have_count(1)


def test_everything_works_without_scripts(small_site, plain_page):
    plain_page.set_viewport_size({"width": 360, "height": 780})
    plain_page.goto(f"{small_site}/en/partners/")
    for key in CHOICES:
        plain_page.locator(".filters > summary").click()
        choose_plainly(plain_page, key)
    plain_page.locator("#q").fill("universit")
    plain_page.get_by_role("button", name="Search").click()
    assert "q=universit" in plain_page.url
    assert "level=6" in plain_page.url
    expect(plain_page.locator("[data-map-open]")).to_be_hidden()


def choose_plainly(page: Page, key: str) -> None:
    page.locator(f"#{key}").click()
    name, _, value = key.partition("-")
    assert f"{name}={value}" in page.url


def test_on_a_phone_the_results_come_before_the_filters_are_opened(small_site, page):
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{small_site}/en/partners/")
    expect(page.locator("#level-6")).to_be_hidden()
    expect(page.locator(".destination").first).to_be_visible()
    page.locator(".filters > summary").click()
    choose(page, "level-6")
    expect(page.locator(".filters")).to_have_attribute("open", "")


def test_the_map_opens_and_follows_the_list(small_site, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(f"{small_site}/en/partners/")
    with page.expect_response(re.compile(r"partners\.geojson")) as answer:
        page.get_by_role("button", name="Explore the map").click()
    everywhere = len(answer.value.json()["features"])
    expect(page.locator(".map.is-live canvas")).to_be_visible(timeout=20_000)
    with page.expect_response(re.compile(r"partners\.geojson\?continent=asia")) as answer:
        choose(page, "continent-asia")
    assert 0 < len(answer.value.json()["features"]) < everywhere
    assert said == []


def test_the_keyboard_goes_from_the_text_to_the_filters_to_the_list(small_site, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{small_site}/en/partners/")
    page.locator("#q").focus()
    visited = []
    for _ in range(400):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(PLACE))
        if visited[-1] == "list":
            break
    assert list(dict.fromkeys(visited)) == ["box", "filters", "head", "list"]


PLACE = """() => {
  const at = document.activeElement;
  const places = {".searchbox": "box", ".filters": "filters", ".search-head": "head", ".destination": "list"};
  return Object.entries(places).find(([selector]) => at.closest(selector))?.[1] ?? at.tagName;
}"""


def test_a_suggestion_is_reached_by_the_arrows(small_site, page):
    page.goto(f"{small_site}/en/partners/")
    name = page.locator(".destination-name a").first.inner_text()
    page.locator("#q").press_sequentially(name[:14])
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/(partners|institutions)/[^/?]+/"))
