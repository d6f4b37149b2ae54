"""Reads a table, sums it up, and writes JSON and another table: what many a batch job does."""
import bz2
import collections
import csv
import datetime
import decimal
import hashlib
import io
import json
import logging
import lzma
import pathlib
import random
import re
import statistics
import sys
import tempfile
import zlib

TEXT = """name,amount,day
anna,1.50,2026-01-02
bert,2.25,2026-01-03
anna,3.00,2026-02-01
"ce,cil",10.125,2026-02-11
"""


def read(text):
    for row in csv.DictReader(io.StringIO(text)):
        yield row["name"], decimal.Decimal(row["amount"]), datetime.date.fromisoformat(row["day"])


def main():
    logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s", level=logging.INFO)
    rows = list(read(TEXT))
    totals = collections.defaultdict(decimal.Decimal)
    for name, amount, _ in rows:
        totals[name] += amount
    print(json.dumps({k: str(v) for k, v in sorted(totals.items())}, indent=1))
    logging.info("mean %.4f", statistics.mean(float(amount) for _, amount, _ in rows))
    months = collections.Counter(day.strftime("%B") for _, _, day in rows)
    print(months.most_common(), tuple(max(day for _, _, day in rows).isocalendar()))
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "out.csv"
        with place.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
            for name, total in sorted(totals.items()):
                writer.writerow([name, float(total)])
        data = place.read_bytes()
        print(data)
    for packer in (bz2, lzma, zlib):
        print(packer.__name__, packer.decompress(packer.compress(data)) == data)
    print(hashlib.sha256(data).hexdigest(), zlib.crc32(data))
    random.seed(5)
    print([random.randint(1, 99) for _ in range(5)], round(random.random(), 12))
    print(re.sub(r"(?P<y>\d{4})-(\d\d)-(\d\d)", r"\3.\2.\g<y>", TEXT).splitlines()[1:3])


if __name__ == "__main__":
    main()
