# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""tools/messages.py finds every text and every fault of a translation."""

from io import BytesIO

import pytest
from babel.messages.catalog import Message

from tools.messages import KEYWORDS, extract_template, faults


def texts(template):
    return [
        text for _, _, text, _ in extract_template(BytesIO(template.encode()), KEYWORDS, ["Translators:"], {})
    ]


def test_a_trimmed_block_is_one_line_whatever_its_indentation():
    template = """<p>
    {% blocktranslate trimmed with name=home.name %}
  Partners
      of {{ name }}
{% endblocktranslate %}"""
    assert texts(template) == ["Partners of %(name)s"]


def test_plurals_contexts_and_texts_inside_tags_are_found():
    template = """{% translate "May" context "month" %} it's {{ x|default:_("nothing") }}
      {% blocktranslate trimmed count n=n %}{{ n }} tie{% plural %}{{ n }} ties{% endblocktranslate %}
   {% include "a.html" with title=_("A title") %}"""
    assert texts(template) == [("month", "May"), "nothing", ("%(n)s tie", "%(n)s ties", None), "A title"]


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Networks", "", "not translated"),
        (("%(n)s tie", "%(n)s ties"), ("", "%(n)s banden"), "not translated"),
        ("Networks", "Networks", "the same as its source"),
        ("Partners of %(name)s", "Partners van %(naam)s", "other placeholders than its source"),
        ("Partners of {name}", "Partners", "other placeholders than its source"),
        (("%(n)s tie", "%(n)s ties"), ("%(m)s band", "%(n)s banden"), "unknown placeholders"),
        ("Two\nlines", "Twee\nregels", "more than one line (blocktranslate trimmed)"),
    ],
)
def test_a_fault_is_named(source, translation, fault):
    assert fault in faults(Message(source, translation), allowed_same=set())


def test_an_unconfirmed_translation_is_a_fault():
    assert "not confirmed (fuzzy)" in faults(
        Message("Networks", "Netwerken", flags=["fuzzy"]), allowed_same=set()
    )


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Networks", "Netwerken"),
        ("Partners of %(name)s", "Partners van %(name)s"),
        (("One tie", "%(n)s ties"), ("Eén band", "%(n)s banden")),
        ("Erasmus+", "Erasmus+"),
    ],
)
def test_a_sound_translation_has_no_fault(source, translation):
    assert list(faults(Message(source, translation), allowed_same={"Erasmus+"})) == []
