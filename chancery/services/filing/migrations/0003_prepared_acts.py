import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("filing", "0002_signature_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="PreparedAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(db_index=True, max_length=40)),
                ("key", models.CharField(max_length=60)),
                ("version", models.PositiveIntegerField()),
                ("values", models.JSONField(default=dict)),
                ("files", models.JSONField(default=list)),
                ("signatures", models.JSONField(default=list)),
                ("prepared_at", models.DateTimeField()),
                ("entry", models.BigIntegerField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ("-prepared_at", "-pk")},
        ),
        migrations.CreateModel(
            name="ActSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=20)),
                ("who", models.CharField(max_length=300)),
                ("email", models.CharField(max_length=320)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("signed_as", models.CharField(blank=True, default="", max_length=300)),
                (
                    "act",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="filing.preparedact"
                    ),
                ),
            ],
            options={"ordering": ("asked_at", "pk")},
        ),
    ]
