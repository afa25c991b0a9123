from django.db import migrations, models


class Migration(migrations.Migration):
    """Files and signatures of applications that have no field for them."""

    dependencies = [("filing", "0003_prepared_acts")]

    operations = [
        migrations.AddField("draft", "files", models.JSONField(default=dict)),
        migrations.AddField("draft", "signatures", models.JSONField(default=list)),
    ]
