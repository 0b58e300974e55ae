#!/usr/bin/env python3
"""Verifies a ledger of Fubako from its written format (docs/ledger-format.md), with the standard library alone.

verify.py --dump FILE | --database URL  [--key KEY-OR-FILE] [--witness NAME=FILE.leaves ...]
verify.py --package FILE.zip  [--key KEY-OR-FILE]

Timestamps of an authority are verified with --tsa FILE.pem, by `openssl ts -verify`.

Prints each anomaly by table, key and column. Exit code 0: all holds; 1: something does not; 2: wrong call.
"""

import argparse
import json
import os
import sys

from evidence import read_package, verify_package
from ledger import Ledger
from tables import read_database, read_dump
from timestamps import Authority
from tree import VerifierKey


def read_tables(arguments):
    reader, source = (read_dump, arguments.dump) if arguments.dump else (read_database, arguments.database)
    ledger = reader(source, lambda name: name.startswith("ledger."))
    if "ledger.entry" not in ledger:
        raise SystemExit("There is no ledger in it.")
    protected = {row["table_name"] for row in ledger["ledger.shape"].records()}
    return reader(source, lambda name: name in protected or name.startswith("ledger."))


def read_key(text):
    if os.path.exists(text):
        with open(text, encoding="utf-8") as file:
            text = file.read()
    return VerifierKey(text)


def read_leaves(path):
    if os.path.isdir(path):
        return read_objects(path)
    with open(path, "rb") as file:
        data = file.read()
    return [data[at : at + 32] for at in range(0, len(data) - 31, 32)]


def read_objects(folder):
    """A copy of a bucket under lock: the leaves after the first line of each object, in the order of their places."""
    leaves = []
    for name in sorted((n for n in os.listdir(folder) if n.count("-") == 2), reverse=True):
        with open(os.path.join(folder, name), "rb") as file:
            head, data = json.loads(file.readline()), file.read()
        if head["from"] != len(leaves) or len(data) != 32 * (head["size"] - head["from"]):
            raise SystemExit(f"{folder}: leaves before {name} are missing.")
        leaves += [data[at : at + 32] for at in range(0, len(data), 32)]
    return leaves


def examine_package(path, key, authority):
    files = read_package(path)
    if key is None and "ledger/verifier-key.txt" in files:
        print("The key is that of the package: compare it with the one of the town (--key).")
        key = VerifierKey(files["ledger/verifier-key.txt"].decode())
    faults = verify_package(files, key)
    token = files.get("ledger/timestamp.tst")
    if token is not None and authority and authority.time_of(token, files.get("ledger/checkpoint.txt", b"")) is None:
        faults.append("ledger/timestamp.tst: is no token over the checkpoint")
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(faults)} anomalies.")
    if token is not None and not authority:
        print("The timestamp was not verified: give --tsa.")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--dump", help="a plain dump of pg_dump")
    source.add_argument("--database", help="address of a database; needs psql")
    source.add_argument("--package", help="evidence of one matter, as it was handed out")
    parser.add_argument("--key", help="verifier-key.txt of the sealer, or its text")
    parser.add_argument("--witness", action="append", default=[], help="NAME=FILE: leaves that a witness holds, or a folder with the objects of its bucket")
    parser.add_argument("--tsa", help="certificates (PEM) that timestamps must lead to; needs openssl")
    arguments = parser.parse_args()
    authority = Authority(arguments.tsa) if arguments.tsa else None
    key = read_key(arguments.key) if arguments.key else None
    if arguments.package:
        return examine_package(arguments.package, key, authority)
    witnesses = {name: read_leaves(path) for name, _, path in (text.partition("=") for text in arguments.witness)}
    ledger = Ledger(read_tables(arguments))
    faults = [*ledger.chains(), *ledger.rows(), *ledger.seals(key, witnesses), *ledger.timestamps(authority)]
    for table, name, column in faults:
        print(f"{table} {'null' if name is None else name}: {column}")
    print(f"{len(ledger.entries)} entries, {len(ledger.changes)} lines, {len(ledger.leaves)} leaves, {len(ledger.checkpoints)} checkpoints, {len(faults)} anomalies.")
    if key is None:
        print("The signatures were not verified: give --key.")
    if ledger.tokens and not authority:
        print(f"{len(ledger.tokens)} timestamps were not verified: give --tsa.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
