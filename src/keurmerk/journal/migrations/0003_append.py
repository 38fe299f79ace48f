from django.db import migrations

from keurmerk.journal import appending


class Migration(migrations.Migration):
    """PostgreSQL links and writes a line in one function of its own."""

    dependencies = [("journal", "0002_triggers")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: appending.install(editor.connection),
            lambda apps, editor: appending.uninstall(editor.connection),
        )
    ]
