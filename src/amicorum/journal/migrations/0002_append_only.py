# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses to change or remove an entry of the journal."""

from typing import Any

from django.db import migrations

SQLITE = [
    f"""CREATE TRIGGER journal_entry_no_{verb} BEFORE {verb.upper()} ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"""
    for verb in ("update", "delete")
]
POSTGRESQL = [
    """CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON journal_entry
       FOR EACH ROW EXECUTE FUNCTION journal_append_only()""",
]
UNDO = {
    "sqlite": ["DROP TRIGGER journal_entry_no_update", "DROP TRIGGER journal_entry_no_delete"],
    "postgresql": ["DROP TRIGGER journal_entry_append_only ON journal_entry", "DROP FUNCTION journal_append_only()"],
}


def forbid(apps: Any, schema_editor: Any) -> None:
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)
    apps.get_model("journal", "PublicVersion").objects.get_or_create(scope="")


def allow(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(forbid, allow)]
