"""Reads tables as COPY writes them: from a plain dump of pg_dump, or from a live database through psql."""

import datetime
import re
import subprocess

COPY = re.compile(r"^COPY ([^ ]+) \((.*)\) FROM stdin;$")
ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
ESCAPED = re.compile(r"\\(.)")

# The shape of what is wanted from a live database: every table of these schemas, as pg_dump writes it.
COLUMNS = """select quote_ident(n.nspname) || '.' || quote_ident(c.relname), string_agg(quote_ident(a.attname), ', ' order by a.attnum)
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') group by 1 order by 1"""


def _value(text):
    return None if text == "\\N" else ESCAPED.sub(lambda m: ESCAPES.get(m[1], m[1]), text) if "\\" in text else text


class Table:
    def __init__(self, columns):
        self.columns = columns
        self.rows = []

    def records(self):
        return [dict(zip(self.columns, row)) for row in self.rows]


def read_copy(lines, wanted):
    """Tables among `lines` whose name `wanted` accepts, as {name: Table}."""
    tables, current = {}, None
    for line in lines:
        line = line.rstrip("\n")
        if current is not None:
            if line == "\\.":
                current = None
            elif current:
                current.rows.append([_value(field) for field in line.split("\t")])
            continue
        match = COPY.match(line)
        if match:
            name = match[1].replace('"', "")
            columns = [column.strip().strip('"') for column in match[2].split(",")]
            current = tables.setdefault(name, Table(columns)) if wanted(name) else False
    return tables


def read_dump(path, wanted):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return read_copy(lines, wanted)


def read_database(url, wanted):
    """All tables at one moment, through psql."""
    listed = _psql(url, f"copy ({COLUMNS.strip()}) to stdout;")
    script = ["set timezone = 'UTC'; set datestyle = 'ISO, YMD'; begin isolation level repeatable read read only;"]
    for line in listed.splitlines():
        name, columns = line.split("\t")
        if wanted(name.replace('"', "")):
            script += [f"\\qecho 'COPY {name} ({columns}) FROM stdin;'", f"copy {name} ({columns}) to stdout;", "\\qecho '\\\\.'"]
    return read_copy(_psql(url, "\n".join(script) + "\ncommit;\n").split("\n"), wanted)


def _psql(url, script):
    done = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", url], input=script, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"psql: {done.stderr.strip()}")
    return done.stdout


INSTANT = re.compile(r"^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?$")
EPOCH = datetime.date(1970, 1, 1).toordinal()


def microseconds(text):
    """Microseconds since 1970 of an instant as COPY writes it, in whichever zone."""
    year, month, day, hour, minute, second, fraction, sign, zone_hours, zone_minutes = INSTANT.match(text).groups()
    days = datetime.date(int(year), int(month), int(day)).toordinal() - EPOCH
    zone = (int(zone_hours) * 60 + int(zone_minutes or 0)) * (1 if sign == "+" else -1)
    return ((days * 24 + int(hour)) * 60 + int(minute) - zone) * 60_000_000 + int(second) * 1_000_000 + int((fraction or "").ljust(6, "0"))


def raw(text):
    """The bytes of a bytea."""
    return None if text is None else bytes.fromhex(text[2:])


def elements(text):
    """The members of a one-dimensional array of texts."""
    members, current, quoted, escaped, was_quoted = [], "", False, False, False
    for letter in text[1:-1]:
        if escaped:
            current, escaped = current + letter, False
        elif letter == "\\":
            escaped = True
        elif letter == '"':
            quoted, was_quoted = not quoted, True
        elif letter == "," and not quoted:
            members.append(current)
            current, was_quoted = "", False
        else:
            current += letter
    return members + [current] if text != "{}" else []
