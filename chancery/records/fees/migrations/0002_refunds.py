import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("fees", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Refund",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60)),
                ("label", models.CharField(max_length=200)),
                ("by", models.CharField(max_length=60)),
                ("answer", models.CharField(max_length=20)),
                ("whole", models.BooleanField()),
                ("cites", models.CharField(max_length=200)),
                ("steps", models.JSONField(default=list)),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="refunds", to="fees.invoice"
                    ),
                ),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.CreateModel(
            name="Repayment",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("line", models.CharField(max_length=60)),
                ("amount", models.CharField(max_length=40)),
                ("currency", models.CharField(max_length=3)),
                ("received_on", models.DateField()),
                ("reference", models.CharField(blank=True, default="", max_length=140)),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="repayments", to="fees.invoice"
                    ),
                ),
            ],
            options={"ordering": ("received_on", "entry"), "abstract": False},
        ),
    ]
