from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.db import migrations
from django.utils import timezone

LONGEST = 80


def take_over(apps: Any, _editor: Any) -> None:
    """Searches that stood on a person's own page become saved searches, in their order; the page keeps none."""
    users, searches = apps.get_model("accounts", "User"), apps.get_model("search", "SavedSearch")
    for user in users.objects.exclude(dashboard=None).iterator():
        if not isinstance(user.dashboard, Mapping) or "searches" not in user.dashboard:
            continue
        for row in reversed(user.dashboard["searches"]):  # the newest stood first
            asked, name = urlencode({"q": row["q"]}), " ".join(row["q"].split())
            searches.objects.get_or_create(
                owner_id=user.pk,
                collection=row.get("collection", ""),
                asked=asked,
                defaults={
                    "name": name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…",
                    "made_at": timezone.now(),  # noqa: TID251 - a migration stands at no counter
                },
            )
        rest = {name: value for name, value in user.dashboard.items() if name != "searches"}
        users.objects.filter(pk=user.pk).update(dashboard=rest or None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("accounts", "0006_restriction")]
    operations = [migrations.RunPython(take_over, migrations.RunPython.noop)]
