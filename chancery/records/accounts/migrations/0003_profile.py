from django.db import migrations, models


def split_names(apps, schema_editor):
    """The last word of a name so far is taken for the last name; each person can correct it in the profile."""
    user = apps.get_model("accounts", "User")
    for row in user.objects.all().iterator():
        first, _, last = row.name.strip().rpartition(" ")
        user.objects.filter(pk=row.pk).update(first_name=first[:100], last_name=last[:100])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_organisations")]

    operations = [
        migrations.AddField("user", "first_name", models.CharField(blank=True, default="", max_length=100)),
        migrations.AddField("user", "last_name", models.CharField(blank=True, default="", max_length=100)),
        migrations.AddField("user", "address", models.TextField(blank=True, default="")),
        migrations.AddField("user", "country", models.CharField(blank=True, default="", max_length=2)),
        migrations.AddField("user", "phone", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddField("user", "reads", models.JSONField(default=list)),
        migrations.AddField("user", "erased_at", models.DateTimeField(null=True)),
        migrations.RunPython(split_names, migrations.RunPython.noop),
    ]
