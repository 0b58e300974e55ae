"""A package of evidence (docs/ledger-format.md, "Packages"): what does not hold, by file."""

import base64
import hashlib
import json
import zipfile
import zlib

from ledger import change_bytes, field
from tree import leaf_hash, root_from_proof, sha256


def read_package(path):
    files = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            try:
                files[name] = package.read(name)
            except (zipfile.BadZipFile, zlib.error):
                files[name] = b""  # Damaged on the way: its hash does not hold.
    return files


def verify_package(files, key):
    """Sentences, one for each thing that does not hold."""
    faults = list(_manifest(files))
    try:
        faults += _proofs(files, key)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
        faults.append(f"package: {error!r}")
    return list(dict.fromkeys(faults))


def _hex(data):
    return hashlib.sha256(data).hexdigest()


def _manifest(files):
    data = files.get("manifest.json")
    if data is None:
        yield "manifest.json: missing"
        return
    try:
        manifest = json.loads(data)
        listed = {file["name"]: file["sha256"] for file in manifest["files"]}
        made = {"files": [{"name": f["name"], "sha256": f["sha256"]} for f in manifest["files"]], "format": manifest["format"]}
        same = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode() == data
    except (ValueError, KeyError, TypeError):
        yield "manifest.json: form"
        return
    if not same or manifest["format"] != "fubako-evidence-1":
        yield "manifest.json: form"
    yield from (f"{name}: not listed" for name in files if name != "manifest.json" and name not in listed)
    for name, expected in listed.items():
        if name not in files:
            yield f"{name}: missing"
        elif _hex(files[name]) != expected:
            yield f"{name}: sha256"


def _proofs(files, key):
    entries = json.loads(files["ledger/entries.json"])["entries"]
    rows = json.loads(files["ledger/rows.json"])["rows"]
    note = files["ledger/checkpoint.txt"].decode()
    opened = key.open(note) if key else None
    lines = note.split("\n")
    tree = opened or (int(lines[1]), base64.b64decode(lines[2]))
    faults = ["ledger/checkpoint.txt: signature"] if key and not opened else []
    said, before, units = [], "0" * 64, set()
    for number, entry in enumerate(entries, 1):
        name, data = f"ledger/entries.json: entry {number}", base64.b64decode(entry["canonical"], validate=True)
        fact = json.loads(data)
        if not _under(leaf_hash(data), entry, tree):
            faults.append(f"{name} is not under the signed root")
        if fact.get("seq") != number or fact.get("prev") != before:
            faults.append(f"{name} does not follow from the one before")
        said.append(fact)
        units.add(fact.get("unit"))
        before = leaf_hash(data).hex()
    for row in rows:
        faults += _row(row, units, tree)
    return faults + _content(files, said, rows)


def _under(leaf, proven, tree):
    size, root = tree
    return root_from_proof(leaf, proven["position"], size, [bytes.fromhex(hash_) for hash_ in proven["proof"]]) == root


def _row(row, units, tree):
    name = f"ledger/rows.json: {row['table']} {row['key']}"
    salt, fields = bytes.fromhex(row["salt"]), [field(value, "text") for value in row["values"]]
    wrong = [
        f"{name}: {column}"
        for n, column in enumerate(row["columns"])
        if sha256(salt + column.encode() + b"\x00" + fields[n])[:8].hex() != row["tags"][n * 16 : n * 16 + 16]
    ]
    if not wrong and sha256(salt + b"".join(fields)).hex() != row["digest"]:
        wrong.append(f"{name}: digest")
    if row["table"] == "approvals.act" and row["unit"] not in units:
        wrong.append(f"{name}: no act")
    change = {"unit": row["unit"], "op": row["op"], "table_name": row["table"], "key": row["key"], "owner": row["owner"]}
    change["digest"], change["tags"] = f"\\x{row['digest']}", f"\\x{row['tags']}"
    shape = {"columns": row["columns"], "forms": row["forms"], "key_columns": row["keyColumns"]}
    if not _under(leaf_hash(change_bytes(change, shape)), row, tree):
        wrong.append(f"{name} is not under the signed root")
    return wrong


def _content(files, said, rows):
    contents = [fact["facts"]["content"] for fact in said if isinstance(fact.get("facts", {}).get("content"), str)]
    content = files.get("content.json")
    if content is None or not contents or _hex(content) != contents[-1]:
        return ["content.json: is not what was decided"]
    attached = json.loads(content)["attachments"]
    carried = {name: _hex(data) for name, data in files.items() if name.startswith("attachments/")}
    in_rows = [value or "" for row in rows for column, value in zip(row["columns"], row["values"]) if column == "sha256"]
    named = {file["sha256"] for file in attached} | {text[2:] if text.startswith("\\x") else text for text in in_rows}
    return [f"{name}: is not what was attached" for name, found in carried.items() if found not in named] + [
        f"attachments: {file['fileName']} is missing" for file in attached if file["sha256"] not in carried.values()
    ]
