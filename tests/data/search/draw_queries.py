# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draws queries.csv, from the root of the checkout, with DJANGO_SETTINGS_MODULE=amicorum.site.settings:

    PYTHONPATH=. .venv/bin/python -m django shell -c "from tests.data.search.draw_queries import main; main()"

For each kind, institutions come in the order of a hash of the seed, so that a record that is
mended moves no other query. Which half an institution is in follows from a hash as well: the
tuning half may be looked at while search is made better, the held-out half may not, and no
institution is in both. A part of a name is asked only where at most five institutions share it,
because of more no ranking could know which is meant.
"""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from amicorum.institutions.search.terms import is_dense
from amicorum.site.bench_search_names import Registered, read_registers
from amicorum.vocabulary.folding import fold

SEED = "amicorum search 2026"
OF_EACH_KIND_AND_HALF = 20
HALVES = ("tuning", "held out")
SHARED_BY = 5

HERE = Path(__file__).resolve().parent
REGISTERS = HERE.parents[2] / "data" / "institutions"
QUERIES = HERE / "queries.csv"

SOUNDS = [tuple(pair.split()) for pair in ("ei ey", "y i", "ph f", "c k", "k c", "v w", "w v", "z s", "i y")]
UNIVERSITY = re.compile(r"uni[vw]\w*")
SMALL = {"of", "the", "de", "di", "del", "della", "degli", "studi", "i", "u", "w", "du", "na"}
DENSE_ENDINGS = re.compile(r"(大学|大學|대학교|학교|학원|มหาวิทยาลัย)$")


def number(*parts: str) -> int:
    """A number that looks random and is always the same for the same words."""
    return int.from_bytes(hashlib.sha256("\0".join((SEED, *parts)).encode()).digest()[:8])


class Draw:
    """The registers, and how many institutions share a word, a name or a beginning."""

    def __init__(self, registered: list[Registered]) -> None:
        self.registered = [one for one in registered if one.status == "active" and one.names]
        self.words: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.beginnings: Counter[str] = Counter()
        for one in registered:
            folded = {fold(name) for name in one.all_names}
            self.names.update(folded)
            self.words.update({word for name in folded for word in name.split()})
            self.beginnings.update({name[:length] for name in folded for length in range(1, len(name) + 1)})

    def rare_words(self, name: str) -> list[str]:
        """The words of a name that say whose it is, as they are written."""
        words = re.findall(r"[^\W\d_]{5,}", name)
        return [word for word in words if 0 < self.words[fold(word)] <= SHARED_BY and fold(word).isascii()]

    def rarest(self, one: Registered) -> str | None:
        candidates = [word for name in one.names[:3] for word in self.rare_words(name)]
        return min(candidates, key=lambda word: (self.words[fold(word)], word), default=None)

    def is_new(self, word: str) -> bool:
        return word not in self.words


def respelled(draw: Draw, one: Registered) -> str | None:
    """leyden: the word that says whose name it is, with one sound written in another way."""
    word = fold(draw.rarest(one) or "")
    for old, new in sorted(SOUNDS, key=lambda pair: number("sound", one.key, *pair)):
        if old in word[1:] and draw.is_new(changed := word[0] + word[1:].replace(old, new, 1)):
            return changed
    return None


def letter_left_out(draw: Draw, one: Registered) -> str | None:
    """upsala: that word with one letter less, of a double letter where there is one."""
    word = fold(draw.rarest(one) or "")
    if len(word) < 6:
        return None
    double = re.search(r"(.)\1", word)
    place = double.start() if double else 1 + number("left out", one.key) % (len(word) - 1)
    less = word[:place] + word[place + 1 :]
    return less if draw.is_new(less) else None


def word_without_accents(draw: Draw, one: Registered) -> str | None:
    """munchen: a word with accents, typed without."""
    accented = [word for name in one.names for word in draw.rare_words(name) if not word.isascii()]
    return fold(accented[0]) if accented else None


def short_form_and_place(draw: Draw, one: Registered) -> str | None:
    """KU Leuven: the acronym and the town."""
    acronym = next((name for name in one.acronyms if 1 < len(fold(name)) < 7 and name.isascii()), None)
    return f"{acronym} {one.place}" if acronym and one.place and len(one.place.split()) < 3 else None


def uni_and_town(draw: Draw, one: Registered) -> str | None:
    """uni wien: of the names that hold nothing but "university" and another word."""
    for name in one.names:
        words = [word for word in fold(name).split() if word not in SMALL]
        others = [word for word in words if not UNIVERSITY.fullmatch(word)]
        if len(words) == 2 and len(others) == 1 and len(others[0]) > 3 and draw.names[fold(name)] == 1:
            return f"uni {others[0]}"
    return None


def code(draw: Draw, one: Registered) -> str | None:
    """NL LEIDEN01: a code as it is written, or an Erasmus code without spaces in small letters."""
    ways = [*one.codes.values(), one.codes.get("erasmus", "").replace(" ", "").lower()]
    wanted = [text for text in ways if text] if "erasmus" in one.codes else []
    return wanted[number("code", one.key) % len(wanted)] if wanted else None


def other_script(draw: Draw, one: Registered) -> str | None:
    """ルーヴェン: a name in another script, without its word for university where nothing divides words."""
    for name in one.names:
        folded = fold(name)
        if re.search("[a-z]", folded) or len(folded) < 3:
            continue
        asked = DENSE_ENDINGS.sub("", folded) if is_dense(folded) else folded
        if len(asked) > 1 and draw.beginnings[asked] <= SHARED_BY:
            return asked
    return None


def swapped(draw: Draw, one: Registered) -> str | None:
    """A whole name in which two neighbouring letters have changed places."""
    name = fold(one.name)
    places = [match.start() for match in re.finditer(r"(?<=\w\w)(\w)(?!\1)\w(?=\w)", name)]
    if not places or draw.names[name] > SHARED_BY:
        return None
    place = places[number("swapped", one.key) % len(places)]
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def without_accents(draw: Draw, one: Registered) -> str | None:
    """A whole name with accents, typed without."""
    accented = [name for name in one.names if not name.isascii() and fold(name).replace(" ", "").isascii()]
    return fold(accented[0]) if accented and draw.names[fold(accented[0])] <= SHARED_BY else None


def other_order(draw: Draw, one: Registered) -> str | None:
    """The words of a name in another order."""
    words = fold(one.name).split()
    mixed = sorted(words, key=lambda word: number("order", one.key, word))
    if not 2 < len(words) < 9 or mixed == words or draw.names[fold(one.name)] > 1:
        return None
    return " ".join(mixed)


def acronym(draw: Draw, one: Registered) -> str | None:
    """KUL, TUM: an acronym alone."""
    known = (name for name in one.acronyms if len(name) > 1 and draw.names[fold(name)] <= SHARED_BY)
    return next(known, None)


def old_name(draw: Draw, one: Registered) -> str | None:
    """A legal name of the charter list before the present one."""
    return fold(one.former_names[0]) if one.former_names else None


def beginning(draw: Draw, one: Registered) -> str | None:
    """Typing: the first two thirds of a name, the last word unfinished."""
    name = fold(one.name)
    typed = name[: len(name) * 2 // 3]
    if len(typed) < 8 or typed.endswith(" ") or draw.beginnings[typed] > SHARED_BY:
        return None
    return typed


KINDS: dict[str, Callable[[Draw, Registered], str | None]] = {
    "respelled (leyden)": respelled,
    "letter left out (upsala)": letter_left_out,
    "word without accents (munchen)": word_without_accents,
    "short form and town (KU Leuven)": short_form_and_place,
    "uni and town (uni wien)": uni_and_town,
    "code (NL LEIDEN01)": code,
    "other script (ルーヴェン)": other_script,
    "two letters swapped": swapped,
    "accents missing": without_accents,
    "words in another order": other_order,
    "acronym (KUL)": acronym,
    "old name": old_name,
    "beginning": beginning,
}


def drawn(registered: list[Registered]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of queries.csv: half, kind, query, institution."""
    draw = Draw(registered)
    for kind, ask in KINDS.items():
        queries: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for one in sorted(draw.registered, key=lambda one: number(kind, one.key)):
            half = HALVES[number("half", one.key) % 2]
            if len(queries[half]) < OF_EACH_KIND_AND_HALF and (query := ask(draw, one)):
                queries[half].append((query, one.key))
        for half in HALVES:
            yield from ((half, kind, query, key) for query, key in queries[half])


def main() -> None:
    """Write queries.csv anew."""
    with QUERIES.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("half", "kind", "query", "institution"))
        table.writerows(drawn(read_registers(REGISTERS)))
