# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogues of interface texts: brought up to date with the sources, and checked.

`messages.py update` reads every text marked for translation and writes it into each catalogue below
src/amicorum/locale; `messages.py check` lists what is missing, unsure, stale or not translated at all,
and exits with 1 when there is anything to list. Neither needs the gettext programs.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "amicorum"
LOCALE = PACKAGE / "locale"
SAME_IN_DUTCH = LOCALE / "same-in-dutch.txt"

HEADER = """\
# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Kept up to date with the sources by `make messages`; written by people.
#"""

# Django's names for what Babel knows as gettext, ngettext, pgettext and npgettext.
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")


def extract_template(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[Any, ...]]:
    """Yield the texts of one Django template, `blocktranslate trimmed` and plurals among them.

    Django itself turns a template into lines that read as Python; their indentation follows the page
    and means nothing to Python, so it is taken away.
    """
    lines = templatize(file.read().decode()).splitlines()
    python = BytesIO("\n".join(line.strip() for line in lines).encode())
    yield from extract_python(python, keywords, comment_tags, options)


def texts_in_sources() -> Catalog:
    """Return every text marked for translation below src/amicorum, with the files that use it."""
    catalogue = Catalog(project="Amicorum", fuzzy=False, charset="utf-8")
    # Babel takes functions as well as the names of its own, though its types do not say so.
    methods: Any = [("**.py", extract_python), ("**/templates/**.html", extract_template)]
    found = extract_from_dir(PACKAGE, methods, keywords=KEYWORDS, comment_tags=["Translators:"])
    for name, _line, text, comments, context in sorted(found, key=lambda each: each[:2]):
        catalogue.add(text, locations=[(f"src/amicorum/{name}", 1)], auto_comments=comments, context=context)
    return catalogue


def catalogue_files() -> list[Path]:
    """Return the catalogue of each language; the Dutch one is always asked for."""
    return sorted({LOCALE / "nl/LC_MESSAGES/django.po", *LOCALE.glob("*/LC_MESSAGES/django.po")})


def read_catalogue(file: Path) -> Catalog:
    """Read the catalogue of one language, empty where there is no file yet; the folder says which."""
    language = file.parent.parent.name
    if not file.exists():
        return Catalog(locale=language, domain="django", fuzzy=False, charset="utf-8")
    with file.open("rb") as opened:
        return read_po(opened, locale=language, domain="django", abort_invalid=True)


def update(file: Path, sources: Catalog) -> str:
    """Add new texts to a catalogue without guessing a translation, drop unused ones, say how many."""
    catalogue = read_catalogue(file)
    before = {key(message) for message in catalogue if message.id}
    catalogue.update(sources, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER
    catalogue.project, catalogue.version = "Amicorum", ""
    catalogue.last_translator = catalogue.language_team = "The Amicorum contributors"
    catalogue.msgid_bugs_address = ""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=100, sort_by_file=True, include_lineno=False)
    after = {key(message) for message in catalogue if message.id}
    changes = f"{len(after - before)} new, {len(before - after)} dropped, {len(after)} in all"
    return f"{file.parent.parent.name}: {changes}"


def key(message: Message) -> tuple[str | None, str]:
    """Return what tells a text from others: its context and its (singular) source."""
    return (message.context or None, forms(message.id)[0])


def forms(text: str | Iterable[str] | None) -> list[str]:
    """Return singular and plural of a text, or the one form that it has."""
    return [text or ""] if text is None or isinstance(text, str) else list(text)


def same_in_dutch() -> set[str]:
    """Read the committed list of texts that are the same in Dutch, one a line."""
    lines = SAME_IN_DUTCH.read_text(encoding="utf-8").splitlines() if SAME_IN_DUTCH.exists() else []
    return {line for line in lines if line and not line.startswith("#")}


def complaints(file: Path, sources: Catalog) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with the catalogue of one language."""
    catalogue = read_catalogue(file)
    held, used = ({key(message) for message in each if message.id} for each in (catalogue, sources))
    yield from (f"not in the catalogue (make messages): {text!r}" for _, text in sorted(used - held, key=str))
    yield from (f"no longer used (make messages): {text!r}" for _, text in sorted(held - used, key=str))
    allowed = same_in_dutch() if file.parent.parent.name == "nl" else set()
    for message in catalogue:
        if message.id:
            yield from (f"{wrong}: {forms(message.id)[0]!r}" for wrong in faults(message, allowed))
    texts = {text for message in catalogue if message.id for text in forms(message.id)}
    yield from (f"listed in {SAME_IN_DUTCH.name} for nothing: {text!r}" for text in sorted(allowed - texts))


def faults(message: Message, allowed_same: set[str]) -> Iterator[str]:
    """Yield what is wrong with one translation, in a few words each."""
    sources, translations = forms(message.id), forms(message.string)
    if message.fuzzy:
        yield "not confirmed (fuzzy)"
    if any("\n" in source for source in sources):
        yield "more than one line (blocktranslate trimmed)"
    if not all(translations):
        yield "not translated"
        return
    if len(translations) > 1 and len(sources) == 1:
        yield "has a plural that the source lacks"
    if any(same in translations and same not in allowed_same for same in sources):
        yield "the same as its source"
    if placeholders(translations[-1:]) != placeholders(sources[-1:]):
        yield "other placeholders than its source"
    if not placeholders(translations[:1]) <= placeholders(sources):
        yield "unknown placeholders"


def placeholders(texts: Iterable[str]) -> set[str]:
    """Return the named places of the texts, such as %(count)s and {name}."""
    return {place for text in texts for place in PLACEHOLDER.findall(text)}


def main(arguments: list[str]) -> int:
    """Do what the first argument says; return 1 when a check found something."""
    settings.configure()
    sources = texts_in_sources()
    if arguments == ["update"]:
        print("\n".join(update(file, sources) for file in catalogue_files()))
        return 0
    if arguments == ["check"]:
        files = catalogue_files()
        found = [f"{file.parent.parent.name}: {each}" for file in files for each in complaints(file, sources)]
        print("\n".join(found) or f"{len(sources)} texts, all translated")
        return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
