# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index: tantivy in memory, a document for each entry.

In memory and once for each worker, not in a folder that workers share. Measured with the registers
of the demonstration (18,287 institutions, 49,438 names, 32,230 codes) on two cores: built in
1.9 seconds and 72 MB, a changed institution taken in in 15 to 35 ms and 900 of them in 140 ms;
after many changes the process settles at 110 MB more than without an index, well within its 300.
A shared folder would save these in every worker but the first, and would need one writer among
the workers, a lock that survives a killed one, and an answer for an index that is older or newer
than the database beside it. A worker that builds its own can only be right.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from tantivy import Document, Index, Occur, Query, Schema, SchemaBuilder, Searcher

from amicorum.institutions.search.entries import Entry
from amicorum.institutions.search.terms import initials, joined, terms

_BYTES_TO_BUILD = 60_000_000
"""For a writer; enough for all registers to become one segment, in which searches take half the time."""
_BYTES_TO_CHANGE = 15_000_000
"""The least that tantivy takes."""
_LEAST_WEIGHT = 0.05


def _schema() -> Schema:
    fields = SchemaBuilder()
    fields.add_unsigned_field("row", fast=True)
    fields.add_float_field("prior", fast=True)
    fields.add_text_field("owner", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    fields.add_text_field("joined", tokenizer_name="raw", index_option="basic")
    fields.add_text_field("initials", tokenizer_name="whitespace", index_option="basic")
    fields.add_text_field("place", tokenizer_name="whitespace", index_option="basic")
    return fields.build()


SCHEMA = _schema()


@dataclass(frozen=True)
class View:
    """The index at one moment; a search reads one view from beginning to end."""

    searcher: Searcher
    rows: dict[int, Entry]
    bearers: Counter[str]
    """How many names bear a term; tantivy would count names that were replaced as well."""
    weights: dict[str, float] = field(default_factory=dict)
    """Of the terms that were asked about so far."""

    def best(self, query: Query, limit: int) -> list[Entry]:
        """The entries that match best, likelier institutions first among equals."""
        found = self.searcher.search(query, limit, count=False, weight_by_field="prior")
        addresses = [address for _, address in found.hits]
        return [self.rows[int(row or 0)] for row in self.searcher.fast_field_values("row", addresses)]

    def bearers_among(self, query: Query, institution_ids: Collection[int]) -> set[int]:
        """Those of these institutions of which any entry matches."""
        theirs = Query.term_set_query(SCHEMA, "owner", [str(pk) for pk in institution_ids])
        both = Query.boolean_query([(Occur.Must, query), (Occur.Must, theirs)])
        return {entry.body.institution_id for entry in self.best(both, len(self.rows))}

    def knows(self, term: str) -> bool:
        """Whether any name bears this term."""
        return term in self.bearers

    def weight(self, term: str) -> float:
        """How much a term tells about whose name it stands in: near 0 for `university`, 1 for a new one."""
        if term not in self.bearers:
            return 1.0
        if term not in self.weights:
            self.weights[term] = self._weight(self.bearers[term])
        return self.weights[term]

    def weight_of_beginning(self, term: str) -> float:
        """The same for a term that may be unfinished."""
        finished = self.searcher.terms_with_prefix("words", term)
        return self._weight(sum(self.bearers[word] for word, _ in finished))

    def _weight(self, bearers: int) -> float:
        return max(_LEAST_WEIGHT, 1 - math.log(1 + bearers) / math.log(2 + len(self.rows)))


class NameIndex:
    """Entries that can be searched and replaced, institution by institution."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._index = Index(SCHEMA)
        self._rows_of: dict[int, list[int]] = defaultdict(list)
        self._next_row = 0
        self.view = View(self._index.searcher(), {}, Counter())
        self.replace((), entries)

    def replace(self, institution_ids: Collection[int], entries: Iterable[Entry]) -> None:
        """Forget these institutions and take in these entries; a search sees all of it or nothing."""
        # Entries are read while they are asked for: reading may fail, so nothing is forgotten before.
        fresh = dict(enumerate(entries, start=self._next_row))
        gone = {row for pk in institution_ids for row in self._rows_of.pop(pk, ())}
        if gone or fresh:
            self._write(institution_ids, fresh)
            self._next_row += len(fresh)
            self.view = self._changed_view(gone, fresh)

    def _write(self, institution_ids: Collection[int], fresh: dict[int, Entry]) -> None:
        writer = self._index.writer(_BYTES_TO_CHANGE if institution_ids else _BYTES_TO_BUILD, 1)
        for pk in institution_ids:
            writer.delete_documents_by_term("owner", str(pk))
        for row, entry in fresh.items():
            self._rows_of[entry.body.institution_id].append(row)
            writer.add_document(_document(row, entry))
        writer.commit()
        self._index.reload()

    def _changed_view(self, gone: set[int], fresh: dict[int, Entry]) -> View:
        before = self.view
        bearers = before.bearers + _bearers(fresh.values()) - _bearers(before.rows[row] for row in gone)
        kept = {row: entry for row, entry in before.rows.items() if row not in gone}
        return View(self._index.searcher(), kept | fresh, bearers)


def _bearers(entries: Iterable[Entry]) -> Counter[str]:
    names = (entry.folded for entry in entries if not entry.is_code)
    return Counter(term for name in names for term in set(terms(name)))


def _document(row: int, entry: Entry) -> Document:
    document = Document()
    document.add_unsigned("row", row)
    document.add_float("prior", entry.body.prior)
    document.add_text("owner", str(entry.body.institution_id))
    document.add_text("joined", joined(entry.folded))
    if not entry.is_code:
        document.add_text("words", " ".join(terms(entry.folded)))
        document.add_text("initials", " ".join(sorted(initials(entry.folded))))
        document.add_text("place", " ".join(terms(entry.body.place)))
    return document
