"""How soon a published record is found: through a running portal, from the end of its transaction to the first answer
that has it.

    .venv/bin/python -m bench.found [--records 20]

A portal with its demonstration office is started as an operator starts it. Another process enters records into the
register, one after the other, and asks the API for each until it is there; so what counts is the tick of the followers,
those that come before the search index, the index, and a web worker that sees it. The aim is two seconds.
"""

import argparse
import json
import os
import statistics
import tempfile
from pathlib import Path

from tests.portal import Portal

ENTER = """
import json, sys, time
import django
django.setup()
from chancery.core import clock
from chancery.records.register import actions as register
from chancery.records.register.events import RecordImported
from tests.portal import Caller

caller, took = Caller(int(sys.argv[1])), []
for number in range(int(sys.argv[2])):
    facts = {"titles": {"en": f"Publishedword{number}"}, "number": f"T{number}", "office": "EM", "status": "registered"}
    record = RecordImported(collection="marks", key=f"T{number}", source="a benchmark", facts=facts)
    register.import_records([record], at=clock.now())
    began = time.perf_counter()
    while not caller.ask("GET", f"/api/v1/records?q=publishedword{number}").json["total"]:
        time.sleep(0.01)
    took.append(time.perf_counter() - began)
    time.sleep(0.37)
print(json.dumps(took))
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--records", type=int, default=20)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        portal = Portal(Path(folder) / "data", demo=True, API_RATE="1000000")
        try:
            portal.start()
            told = portal.command("-c", ENTER, str(portal.port), str(chosen.records))
        finally:
            portal.end()
    if told.returncode:
        raise SystemExit(told.stderr)
    took = json.loads(told.stdout)
    p50, p95 = statistics.median(took), statistics.quantiles(took, n=20, method="inclusive")[-1]
    print(f"{len(took)} records; found after p50 {p50:.2f} s, p95 {p95:.2f}, longest {max(took):.2f}; the aim is 2")
    print("load {:.1f} (1 min), {:.1f} (5 min)".format(*os.getloadavg()))


if __name__ == "__main__":
    main()
