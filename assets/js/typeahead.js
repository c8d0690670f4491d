// SPDX-FileCopyrightText: 2026 The Amicorum contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Suggestions under a search field, as an ARIA combobox. Without this module the form just searches.
 * [data-typeahead] holds the input; data-src answers ?q= with {"results": [{name, note, href, lang}]};
 * data-some ("{n} suggestions") and data-none are read out.
 */

const WAIT_MS = 120;
let made = 0;

class Typeahead {
  constructor(line) {
    this.line = line;
    this.input = line.querySelector("input");
    this.id = `typeahead-${++made}`;
    this.active = -1;
    this.list = this.#part("ul", "typeahead-list", { role: "listbox", id: this.id, "aria-label": this.#label() });
    this.status = this.#part("span", "unseen", { role: "status" });
    this.list.hidden = true;
    this.#announceRole();
    this.#listen();
  }

  #label() {
    return this.input.labels[0]?.textContent ?? "";
  }

  #part(name, className, attributes) {
    const element = document.createElement(name);
    element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    this.line.append(element);
    return element;
  }

  #announceRole() {
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id };
    for (const [key, value] of Object.entries(attributes)) this.input.setAttribute(key, value);
  }

  #listen() {
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#go(event.target.closest("[role=option]")));
  }

  #later() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.#ask(), WAIT_MS);
  }

  async #ask() {
    const words = this.input.value.trim();
    if (words.length < 2) return this.close();
    this.request = new AbortController();
    try {
      const answer = await fetch(this.#address(words), { signal: this.request.signal });
      if (answer.ok) this.#show((await answer.json()).results);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  #address(words) {
    const address = new URL(this.line.dataset.src, location.href);
    address.searchParams.set("q", words);
    return address;
  }

  #show(results) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...results.map((result, i) => this.#option(result, i)));
    this.#open(results.length > 0);
    const { some = "{n}", none = "" } = this.line.dataset;
    this.status.textContent = results.length ? some.replace("{n}", results.length) : none;
  }

  #option({ name, note, href, lang }, i) {
    const option = document.createElement("li");
    option.id = `${this.id}-${i}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = href;
    option.append(textElement("span", name, { lang }), textElement("span", note, { className: "typeahead-note" }));
    return option;
  }

  #open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.#open(false);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(event, step);
    else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.#go(this.list.children[this.active]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  /** Past either end one is back in the field, with nothing chosen. */
  #move(event, step) {
    event.preventDefault();
    if (this.list.hidden) return this.#ask();
    const stops = this.list.children.length + 1;
    this.#choose(((this.active + 1 + step + stops) % stops) - 1);
  }

  #choose(i) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = i;
    const option = this.list.children[i];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  #go(option) {
    if (option) location.assign(option.dataset.href);
  }
}

function textElement(name, text, properties) {
  const element = document.createElement(name);
  element.textContent = text ?? "";
  for (const [key, value] of Object.entries(properties)) if (value) element[key] = value;
  return element;
}

function start() {
  for (const line of document.querySelectorAll("[data-typeahead]:not([data-typeahead-on])")) {
    line.dataset.typeaheadOn = "";
    new Typeahead(line);
  }
}

start();
document.addEventListener("htmx:afterSettle", start);
