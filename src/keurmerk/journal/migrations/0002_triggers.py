from django.db import migrations

from keurmerk.journal import triggers


class Migration(migrations.Migration):
    """The database refuses to change, delete or misplace a line."""

    dependencies = [("journal", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, editor: triggers.install(editor.connection),
            lambda apps, editor: triggers.uninstall(editor.connection),
        )
    ]
