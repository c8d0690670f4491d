// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Filters beside the list on a desk, in a sheet on a phone. CSS does this alone in browsers that know
 * ::details-content; here the others are helped, and facets stay as the reader left them when htmx
 * brings a new list.
 */

const desk = matchMedia("(min-width: 60em)");
const left = new Map();

function lieOpen() {
  if (CSS.supports("selector(details::details-content)")) return;
  for (const filters of document.querySelectorAll(".filters")) filters.open = desk.matches;
}

function folds() {
  return document.querySelectorAll(".filters, .facet");
}

function nameOf(fold) {
  return fold.querySelector("summary").textContent.trim();
}

document.addEventListener("htmx:beforeSwap", () => {
  for (const fold of folds()) left.set(nameOf(fold), fold.open);
});

document.addEventListener("htmx:afterSettle", () => {
  for (const fold of folds()) fold.open = left.get(nameOf(fold)) ?? fold.open;
  lieOpen();
});

desk.addEventListener("change", lieOpen);
lieOpen();
