"""What docs/ledger-format.md promises, held against tables. Each fault is (table, key, column)."""

import datetime
import json
from collections import defaultdict

from tables import elements, microseconds, raw
from tree import Edge, leaf_hash, sha256

LATE = 15 * 60 * 1_000_000
ZEROS = bytes(32)


class Ledger:
    def __init__(self, tables):
        self.tables = tables
        self.entries = {row["id"]: row for row in self._records("ledger.entry")}
        self.changes = {row["id"]: row for row in self._records("ledger.row_change")}
        self.shapes = {row["id"]: row for row in self._records("ledger.shape")}
        for shape in self.shapes.values():
            for name in ("key_columns", "columns", "forms"):
                shape[name] = elements(shape[name])
        self.leaves = sorted(self._records("ledger.leaf"), key=lambda row: int(row["position"]))
        self.tokens = self._records("ledger.timestamp_token")
        self.checkpoints = sorted(self._records("ledger.checkpoint"), key=lambda row: int(row["size"]))

    def _records(self, name):
        return self.tables[name].records() if name in self.tables else []

    # Chains

    def chains(self):
        chains, heads = defaultdict(list), {}
        for entry in self.entries.values():
            chains[entry["subject_kind"], entry["subject_id"]].append(entry)
        for head in self._records("ledger.chain_head"):
            heads[head["subject_kind"], head["subject_id"]] = head
        for subject in sorted(set(chains) | set(heads)):
            yield from self._chain("/".join(subject), sorted(chains[subject], key=lambda e: int(e["seq"])), heads.get(subject))

    def _chain(self, subject, entries, head):
        seq, last = 0, ZEROS
        for entry in entries:
            yield from ((f"ledger.entry", f"{subject} entry {entry['seq']}", column) for column in wrong_columns(entry, seq, last))
            seq, last = int(entry["seq"]), leaf_hash(raw(entry["canonical"]))
        if head is None:
            yield "ledger.chain_head", subject, "line"
        elif int(head["seq"]) > seq:
            yield "ledger.entry", f"{subject} entry {seq + 1}", "seq"
        elif int(head["seq"]) < seq or raw(head["hash"]) != last:
            yield "ledger.chain_head", subject, "seq" if int(head["seq"]) < seq else "hash"

    # Rows

    def rows(self):
        units = {entry["unit"] for entry in self.entries.values()}
        last, current = defaultdict(dict), {}
        for change in sorted(self.changes.values(), key=lambda row: int(row["id"])):
            last[change["table_name"]][change["key"]] = change
            if change["unit"] not in units:
                yield change["table_name"], change["key"], "unit"
        for shape in sorted(self.shapes.values(), key=lambda row: int(row["id"])):
            current[shape["table_name"]] = shape
        for name, shape in sorted(current.items()):
            yield from self._table(name, shape, last[name])

    def _table(self, name, shape, last):
        seen = set()
        for row in self._records(name):
            key = key_of(row, shape["key_columns"])
            seen.add(key)
            change = last.get(key)
            sound = change and change["op"] != "delete" and change["salt"] and change["shape"] == shape["id"]
            for column in wrong_values(row, shape, change) if sound else ["line"]:
                yield name, key, column
        for key, change in last.items():
            if key not in seen and change["op"] != "delete":
                yield name, key, "line"

    # Seals

    def seals(self, key, witnesses):
        edge, expected, met = Edge(), 0, 0
        for leaf in self.leaves:
            position, held = int(leaf["position"]), raw(leaf["hash"])
            table, name, data = self._sealed(leaf)
            if position != expected:
                yield "ledger.leaf", f"position {expected}", "position"
            if data is None:
                yield table, name, "row"
            elif leaf_hash(data) != held:
                yield table, name, "leaf"
            for witness, leaves in witnesses.items():
                if position < len(leaves) and leaves[position] != held:
                    yield table, name, f"witness {witness}"
            expected = position + 1
            edge.add(held)
            while met < len(self.checkpoints) and int(self.checkpoints[met]["size"]) <= edge.size:
                yield from ((f"ledger.checkpoint", self.checkpoints[met]["size"], c) for c in wrong_checkpoint(self.checkpoints[met], edge, key))
                met += 1
        yield from (("ledger.checkpoint", late["size"], "size") for late in self.checkpoints[met:])
        if self.checkpoints and edge.size > int(self.checkpoints[-1]["size"]):
            yield "ledger.leaf", f"position {self.checkpoints[-1]['size']}", "checkpoint"
        for witness, leaves in witnesses.items():
            if len(leaves) > edge.size:
                yield "ledger.leaf", f"position {edge.size}", f"witness {witness}"
        yield from self._units()
        yield from self._unsealed()

    # Timestamps

    def timestamps(self, authority):
        notes = {checkpoint["size"]: checkpoint["note"] for checkpoint in self.checkpoints}
        for token in self.tokens if authority else []:
            said = authority.time_of(raw(token["token"]), (notes.get(token["size"]) or "").encode())
            if said is None:
                yield "ledger.timestamp_token", token["size"], "token"
            elif said != microseconds(token["taken_at"]):
                yield "ledger.timestamp_token", token["size"], "taken_at"

    def _sealed(self, leaf):
        entry, change = self.entries.get(leaf["entry_id"]), self.changes.get(leaf["change_id"])
        if entry:
            return "ledger.entry", entry_name(entry), raw(entry["canonical"])
        if change:
            return change["table_name"], change["key"], change_bytes(change, self.shapes[change["shape"]])
        return "ledger.leaf", f"position {leaf['position']}", None

    def _units(self):
        sizes, at, first = [int(c["size"]) for c in self.checkpoints], 0, {}
        for leaf in self.leaves:
            position = int(leaf["position"])
            while at < len(sizes) and sizes[at] <= position:
                at += 1
            line = self.entries.get(leaf["entry_id"]) or self.changes.get(leaf["change_id"])
            if line and line["unit"] and first.setdefault(line["unit"], at) != at:
                yield "ledger.leaf", f"position {position}", "unit"

    def _unsealed(self):
        if not self.checkpoints:
            return
        moment = max(microseconds(c["at"]) for c in self.checkpoints) - LATE
        entries, changes = {leaf["entry_id"] for leaf in self.leaves}, {leaf["change_id"] for leaf in self.leaves}
        for number, entry in self.entries.items():
            began = int(entry["unit"].split("-")[1]) if entry["unit"] else microseconds(entry["at"])
            if number not in entries and began < moment:
                yield "ledger.entry", entry_name(entry), "leaf"
        for number, change in self.changes.items():
            if number not in changes and int(change["unit"].split("-")[1]) < moment:
                yield change["table_name"], change["key"], "leaf"


def entry_name(entry):
    return f"{entry['subject_kind']}/{entry['subject_id']} entry {entry['seq']}"


def wrong_columns(entry, seq, last):
    data = raw(entry["canonical"])
    try:
        said = json.loads(data)
        instant = datetime.datetime.fromisoformat(said["at"].replace("Z", "+00:00"))
        said_at = (instant - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)
    except (ValueError, KeyError, TypeError, AttributeError):
        said, said_at = {}, None
        yield "canonical"
    subject = said.get("subject") or {}
    checks = {
        "hash": raw(entry["hash"]) == leaf_hash(data),
        "prev_hash": raw(entry["prev_hash"]) == last and said.get("prev") == last.hex(),
        "seq": int(entry["seq"]) == seq + 1 and said.get("seq") == int(entry["seq"]),
        "at": entry["at"] is not None and said_at == microseconds(entry["at"]),
        "kind": said.get("kind") == entry["kind"],
        "actor": said.get("actor") == entry["actor"],
        "unit": said.get("unit") == entry["unit"],
        "subject": (subject.get("kind"), subject.get("id")) == (entry["subject_kind"], entry["subject_id"]),
    }
    yield from (column for column, holds in checks.items() if not holds)


def wrong_checkpoint(checkpoint, edge, key):
    if int(checkpoint["size"]) != edge.size:
        yield "size"
    elif raw(checkpoint["root"]) != edge.root():
        yield "root"
    if key and key.open(checkpoint["note"]) != (int(checkpoint["size"]), raw(checkpoint["root"])):
        yield "note"


def key_of(row, columns):
    if len(columns) == 1:
        value = row[columns[0]]
        return value[2:] if value is not None and value.startswith("\\x") else value
    return "/".join(part(row[column]) for column in columns)


def part(value):
    if value is None:
        return ""
    return value[2:] if value.startswith("\\x") else value.replace("%", "%25").replace("/", "%2F")


def field(value, form):
    if value is None:
        return b"\x00"
    if form == "instant":
        value = str(microseconds(value))
    data = value.encode()
    return b"\x01" + len(data).to_bytes(4, "big") + data


def wrong_values(row, shape, change):
    salt, digest, tags = raw(change["salt"]), raw(change["digest"]), raw(change["tags"]) or b""
    fields = [field(row[column], form) for column, form in zip(shape["columns"], shape["forms"])]
    wrong = [
        column
        for n, (column, data) in enumerate(zip(shape["columns"], fields))
        if sha256(salt + column.encode() + b"\x00" + data)[:8] != tags[n * 8 : n * 8 + 8]
    ]
    return wrong or ([] if sha256(salt + b"".join(fields)) == digest else ["line"])


def change_bytes(change, shape):
    read = ",".join(f"{column}:{form}" for column, form in zip(shape["columns"], shape["forms"]))
    texts = [change["unit"], change["op"], change["table_name"], change["key"], change["owner"] or "", ",".join(shape["key_columns"]), read]
    parts = [text.encode() for text in texts] + [raw(change["digest"]) or b"", raw(change["tags"]) or b""]
    return b"fubako-row-1\n" + b"".join(len(data).to_bytes(4, "big") + data for data in parts)
