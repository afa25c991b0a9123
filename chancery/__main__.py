"""``python -m chancery``: the same as the ``chancery`` command."""

from chancery.site.cli import main

main()
