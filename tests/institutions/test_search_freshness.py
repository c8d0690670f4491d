# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search is never older than the last commit, in every worker process."""

import pytest
from django.db import OperationalError, transaction

from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.actions.records import add_institution, identify, name_institution
from amicorum.institutions.models import Institution, NameChange
from amicorum.institutions.search import freshness
from amicorum.institutions.search.entries import Body, entries_of
from amicorum.institutions.search.finding import search
from amicorum.institutions.search.freshness import LiveIndex
from amicorum.institutions.search.index import NameIndex
from amicorum.journal.models import public_version
from tests.institutions.search_register import AT, LEIDEN, UPPSALA, enter_register, keys

pytestmark = pytest.mark.django_db


class Worker:
    """A process that serves searches: it has an index of its own."""

    def __init__(self):
        self.index = LiveIndex()

    def find(self, query):
        return keys(search(self.index.view(), query, 10))


@pytest.fixture
def source(db):
    return enter_register()


@pytest.fixture
def workers(source):
    """Two workers, both of which have answered searches already."""
    both = Worker(), Worker()
    assert [worker.find("leiden")[0] for worker in both] == [LEIDEN, LEIDEN]
    return both


def give_name(key, name, source):
    return name_institution(
        institution=Institution.objects.get(key=key),
        kind="alias", language="", name=name, source=source, by="intake:test", at=AT,
    )  # fmt: skip


def test_a_new_name_is_found_at_once_by_every_worker(workers, source):
    give_name(LEIDEN, "Praesidium Libertatis", source)
    assert [worker.find("praesidium") for worker in workers] == [[LEIDEN], [LEIDEN]]


def test_a_new_institution_with_a_code_is_found_at_once_by_every_worker(workers, source):
    values = {"country_code": "NL", "city": "Utopia"}
    new, _ = add_institution(
        key="own:new", name="Quillwater College", language="en", values=values, by="intake:test", at=AT
    )
    identify(institution=new, scheme="pic", value="900000001", source=source, by="intake:test", at=AT)
    for worker in workers:
        assert worker.find("quillwater") == worker.find("900000001") == ["own:new"]


def test_a_name_that_is_taken_away_leads_nowhere_in_every_worker(workers, source):
    name, _ = give_name(LEIDEN, "Praesidium Libertatis", source)
    assert workers[0].find("praesidium") == [LEIDEN]
    name.delete()
    names_changed([name.institution_id])
    assert [worker.find("praesidium") for worker in workers] == [[], []]


def test_a_deleted_institution_is_gone_from_every_worker(workers, source):
    new, _ = add_institution(
        key="own:new", name="Quillwater College", language="en",
        values={"country_code": "NL"}, by="intake:test", at=AT,
    )  # fmt: skip
    assert workers[0].find("quillwater") == ["own:new"]
    names_changed([new.pk])
    new.delete()
    assert [worker.find("quillwater") for worker in workers] == [[], []]


def test_a_name_that_was_rolled_back_is_not_found_by_who_saw_it(workers, source):
    with transaction.atomic():
        give_name(LEIDEN, "Praesidium Libertatis", source)
        assert workers[0].find("praesidium") == [LEIDEN]
        transaction.set_rollback(True)
    assert workers[0].find("praesidium") == []


def test_a_version_that_is_given_out_again_after_a_rollback_is_not_taken_for_the_first(workers, source):
    with transaction.atomic():
        give_name(LEIDEN, "Praesidium Libertatis", source)
        seen = NameChange.objects.latest_mark()
        assert workers[0].find("praesidium") == [LEIDEN]
        transaction.set_rollback(True)
    give_name(UPPSALA, "Gratiae Veritas Naturae", source)
    again = NameChange.objects.latest_mark()
    assert seen
    assert again
    assert again.version == seen.version
    assert workers[0].find("praesidium") == []
    assert workers[0].find("gratiae veritas") == [UPPSALA]


def test_a_whole_register_that_changes_is_taken_in_too(workers, source, monkeypatch):
    monkeypatch.setattr(freshness, "REBUILT_FROM", 2)
    give_name(LEIDEN, "Praesidium Libertatis", source)
    give_name(UPPSALA, "Gratiae Veritas Naturae", source)
    assert workers[0].find("gratiae veritas") == [UPPSALA]
    assert workers[0].find("praesidium") == [LEIDEN]


def test_a_worker_that_caught_up_finds_the_same_as_one_that_starts(workers, source):
    give_name(LEIDEN, "Praesidium Libertatis", source)
    for query in ("university", "uni", "leiden", "munchen", "uppslaa"):
        assert workers[0].find(query) == Worker().find(query)


def test_names_without_any_mark_are_read_again_each_time(source):
    NameChange.objects.all().delete()
    worker = Worker()
    assert worker.find("leiden")[0] == LEIDEN
    Institution.objects.get(key=LEIDEN).names.create(name="Praesidium", kind="alias", source=source)
    assert worker.find("praesidium") == [LEIDEN]


def test_only_what_changes_names_leaves_a_mark(source):
    give_name(LEIDEN, "Praesidium Libertatis", source)
    before = NameChange.objects.latest_mark(), public_version("")
    give_name(LEIDEN, "Praesidium Libertatis", source)
    names_changed([])
    assert (NameChange.objects.latest_mark(), public_version("")) == before


def test_a_mark_raises_the_version_of_all_public_pages(source):
    before = public_version("")
    names_changed([Institution.objects.get(key=LEIDEN).pk])
    assert public_version("") != before


@pytest.mark.django_db(transaction=True)
def test_a_mark_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        names_changed([1])


def test_an_index_forgets_nothing_when_what_comes_instead_cannot_be_read():
    body = Body(1, "leiden", 0.0)
    index = NameIndex(entries_of(body, ["Leiden University"], []))

    def read(name):
        raise OperationalError("server closed the connection unexpectedly")

    with pytest.raises(OperationalError):
        index.replace([1], map(read, ["Universiteit Leiden"]))
    index.replace([1], entries_of(body, ["Universiteit Leiden"], []))
    assert [entry.name for entry in index.view.rows.values()] == ["Universiteit Leiden"]
