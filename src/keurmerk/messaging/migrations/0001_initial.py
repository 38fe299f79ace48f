import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("organisations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="gemaakt op"
                    ),
                ),
                ("address", models.EmailField(blank=True, max_length=254, verbose_name="aan")),
                ("subject", models.CharField(blank=True, max_length=250, verbose_name="onderwerp")),
                ("body", models.TextField(blank=True, verbose_name="tekst")),
                ("kind", models.CharField(max_length=80, verbose_name="soort")),
                ("key", models.CharField(max_length=200, unique=True)),
                ("message_id", models.CharField(max_length=250, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "in de wachtrij"),
                            ("sending", "wordt verstuurd"),
                            ("sent", "verstuurd"),
                            ("failed", "niet gelukt"),
                            ("bounced", "teruggekomen"),
                        ],
                        db_default="queued",
                        default="queued",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("attempts", models.PositiveIntegerField(default=0, verbose_name="pogingen")),
                (
                    "next_attempt_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="volgende poging"),
                ),
                ("give_up_at", models.DateTimeField(verbose_name="proberen tot")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                ("last_error", models.TextField(blank=True, verbose_name="laatste melding")),
                (
                    "possible_duplicates",
                    models.PositiveIntegerField(default=0, verbose_name="misschien dubbel"),
                ),
                ("about_type", models.CharField(blank=True, max_length=40)),
                ("about_id", models.CharField(blank=True, max_length=64)),
                ("about_label", models.CharField(blank=True, max_length=200, verbose_name="waarover")),
                (
                    "content_deleted_on",
                    models.DateField(blank=True, null=True, verbose_name="inhoud verwijderd op"),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="organisations.school",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attached_to",
                        to="documents.document",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="messaging.message",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijlage",
                "verbose_name_plural": "bijlagen",
                "ordering": ["pk"],
            },
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state__in", ["queued", "sending"])),
                fields=["next_attempt_at"],
                name="message_due",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["state", "-id"], name="message_by_state"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["about_type", "about_id"], name="message_about"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["queued", "sending", "sent", "failed", "bounced"])),
                name="message_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_attempt_at__isnull", False), ("state__in", ["queued", "sending"])),
                    models.Q(
                        models.Q(("state__in", ["queued", "sending"]), _negated=True),
                        ("next_attempt_at", None),
                    ),
                    _connector="OR",
                ),
                name="message_next_attempt_while_under_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "sent"), _negated=True), ("sent_at__isnull", False), _connector="OR"
                ),
                name="message_sent_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("address", ""), _negated=True),
                    ("content_deleted_on__isnull", False),
                    _connector="OR",
                ),
                name="message_has_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(
                fields=("message", "document"), name="attachment_once_per_message"
            ),
        ),
    ]
