from django.db import migrations


def place_head(apps, schema_editor):
    apps.get_model("core", "Head").objects.get_or_create(pk=1, defaults={"size": 0})


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(place_head, migrations.RunPython.noop)]
