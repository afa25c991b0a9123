"""Letters written before there was an inbox stand in it as well, read where they were read."""

from itertools import islice

from django.db import migrations


def letters_stand_in_the_inbox(apps, schema_editor):
    Letter, Item = apps.get_model("mail", "Letter"), apps.get_model("mail", "Item")
    rows = Letter.objects.defer("content").iterator(chunk_size=500)
    items = (
        Item(
            recipient_id=row.recipient_id,
            service="mail",
            kind="office",
            letter_id=row.pk,
            about=row.number,
            subject=row.subject,
            link=f"/letters/{row.pk}/",
            language=row.language,
            words=f"{row.subject} {row.number}".casefold(),
            at=row.written_at,
            read_at=row.read_at,
        )
        for row in rows
    )
    while batch := list(islice(items, 500)):
        Item.objects.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0003_inbox"),
    ]

    operations = [
        migrations.RunPython(letters_stand_in_the_inbox, migrations.RunPython.noop),
    ]
