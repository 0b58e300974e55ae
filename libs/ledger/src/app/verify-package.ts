import type { X509Certificate } from 'node:crypto';
import { sha256, sha256Hex } from '@fubako/kernel';
import { entryHash } from '../core/chain';
import { rootFromProof } from '../core/merkle';
import { type VerifierKey, openCheckpoint } from '../data/checkpoint';
import { openToken } from '../data/timestamp-token';
import type { Evidence } from './evidence-of';

/** Files of a package by their names. */
export type PackageContent = ReadonlyMap<string, Buffer>;

interface Said {
  readonly seq: number;
  readonly prev: string;
  readonly unit?: string;
  readonly kind: string;
  readonly facts: { readonly content?: string };
}

type Entry = Evidence['entries'][number];
type Row = Evidence['rows'][number];

/**
 * EVI-2 Verifies a package of evidence from docs/ledger-format.md alone. @returns what does not hold, by file; nothing: all holds
 * @param roots certificates that a token must lead to; null: it is not looked at
 */
export function verifyPackage(
  files: PackageContent,
  key: VerifierKey | null,
  roots: readonly X509Certificate[] | null = null,
): string[] {
  const faults = [...manifestFaults(files), ...tokenFaults(files, roots)];
  try {
    return [...new Set([...faults, ...proofFaults(files, key)])];
  } catch (error) {
    return [...faults, `package: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Every file is listed with its hash, and nothing else is there. */
function manifestFaults(files: PackageContent): string[] {
  const bytes = files.get('manifest.json');
  if (!bytes) return ['manifest.json: missing'];
  try {
    const manifest = JSON.parse(bytes.toString('utf8')) as {
      format: string;
      files: { name: string; sha256: string }[];
    };
    const listed = new Map(manifest.files.map(({ name, sha256: hash }) => [name, hash]));
    const same = JSON.stringify({
      files: manifest.files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
      format: manifest.format,
    });
    return [
      ...(same === bytes.toString('utf8') && manifest.format === 'fubako-evidence-1' ? [] : ['manifest.json: form']),
      ...[...files.keys()]
        .filter((name) => name !== 'manifest.json' && !listed.has(name))
        .map((name) => `${name}: not listed`),
      ...[...listed].flatMap(([name, hash]) => {
        const file = files.get(name);
        if (!file) return [`${name}: missing`];
        return sha256Hex(file) === hash ? [] : [`${name}: sha256`];
      }),
    ];
  } catch {
    return ['manifest.json: form'];
  }
}

/** TIME-3 The token is over the checkpoint of the package. */
function tokenFaults(files: PackageContent, roots: readonly X509Certificate[] | null): string[] {
  const [token, note] = [files.get('ledger/timestamp.tst'), files.get('ledger/checkpoint.txt')];
  if (!token || !roots) return [];
  return note && openToken(token, sha256(note), roots) ? [] : ['ledger/timestamp.tst: is no token over the checkpoint'];
}

function proofFaults(files: PackageContent, key: VerifierKey | null): string[] {
  const text = (name: string) => (files.get(name) ?? Buffer.alloc(0)).toString('utf8');
  const { entries } = JSON.parse(text('ledger/entries.json')) as { entries: Entry[] };
  const { rows } = JSON.parse(text('ledger/rows.json')) as { rows: Row[] };
  const note = text('ledger/checkpoint.txt');
  const opened = key && openCheckpoint(note, key);
  const tree = opened ?? { size: Number(note.split('\n')[1]), root: Buffer.from(note.split('\n')[2] ?? '', 'base64') };
  const said = entries.map((entry) => JSON.parse(Buffer.from(entry.canonical, 'base64').toString('utf8')) as Said);
  return [
    ...(key && !opened ? ['ledger/checkpoint.txt: signature'] : []),
    ...entries.flatMap((entry, n) => entryFaults(entry, { said: said[n], before: entries[n - 1], tree, n })),
    ...rows.flatMap((row) => rowFaults(row, new Set(said.map(({ unit }) => unit)), tree)),
    ...contentFaults(files, said, rows),
  ];
}

interface Tree {
  readonly size: number;
  readonly root: Buffer;
}

const inTree = (
  leaf: Buffer,
  { position, proof }: { position: number; proof: readonly string[] },
  { size, root }: Tree,
): boolean =>
  rootFromProof(
    { leaf, position, size },
    proof.map((hash) => Buffer.from(hash, 'hex')),
  )?.equals(root) ?? false;

function entryFaults(
  entry: Entry,
  { said, before, tree, n }: { said: Said | undefined; before: Entry | undefined; tree: Tree; n: number },
): string[] {
  const name = `ledger/entries.json: entry ${n + 1}`;
  const leaf = entryHash(Buffer.from(entry.canonical, 'base64'));
  const prev = before ? entryHash(Buffer.from(before.canonical, 'base64')).toString('hex') : '0'.repeat(64);
  return [
    ...(inTree(leaf, entry, tree) ? [] : [`${name} is not under the signed root`]),
    ...(said?.seq === n + 1 && said.prev === prev ? [] : [`${name} does not follow from the one before`]),
  ];
}

const fieldOf = (value: string | null): Buffer => {
  if (value === null) return Buffer.of(0);
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([Buffer.of(1), lengthOf(bytes), bytes]);
};
const lengthOf = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};

function rowFaults(row: Row, units: ReadonlySet<string | undefined>, tree: Tree): string[] {
  const name = `ledger/rows.json: ${row.table} ${row.key}`;
  const salt = Buffer.from(row.salt, 'hex');
  const fields = row.values.map(fieldOf);
  const wrong = row.columns.filter((column, n) => {
    const tag = sha256(Buffer.concat([salt, Buffer.from(column, 'utf8'), Buffer.of(0), fields[n] ?? Buffer.alloc(0)]));
    return tag.subarray(0, 8).toString('hex') !== row.tags.slice(n * 16, n * 16 + 16);
  });
  const whole = sha256(Buffer.concat([salt, ...fields])).toString('hex') === row.digest;
  return [
    ...wrong.map((column) => `${name}: ${column}`),
    ...(whole || wrong.length > 0 ? [] : [`${name}: digest`]),
    ...(row.table !== 'approvals.act' || units.has(row.unit) ? [] : [`${name}: no act`]),
    ...(inTree(entryHash(lineBytes(row)), row, tree) ? [] : [`${name} is not under the signed root`]),
  ];
}

function lineBytes(row: Row): Buffer {
  const read = row.columns.map((column, n) => `${column}:${row.forms[n]}`).join(',');
  const texts = [row.unit, row.op, row.table, row.key, row.owner ?? '', row.keyColumns.join(','), read];
  const parts = [
    ...texts.map((text) => Buffer.from(text, 'utf8')),
    Buffer.from(row.digest, 'hex'),
    Buffer.from(row.tags, 'hex'),
  ];
  return Buffer.concat([Buffer.from('fubako-row-1\n'), ...parts.flatMap((part) => [lengthOf(part), part])]);
}

/** The content is what the last act was about, and every file is one that it, or a row about a file, names. */
function contentFaults(files: PackageContent, said: readonly Said[], rows: readonly Row[]): string[] {
  const decided = said.findLast(({ facts }) => typeof facts.content === 'string')?.facts.content;
  const content = files.get('content.json');
  if (!content || sha256Hex(content) !== decided) return ['content.json: is not what was decided'];
  const { attachments } = JSON.parse(content.toString('utf8')) as {
    attachments: { fileName: string; sha256: string }[];
  };
  const carried = new Map<string, string>(
    [...files].filter(([name]) => name.startsWith('attachments/')).map(([name, bytes]) => [name, sha256Hex(bytes)]),
  );
  const inRows = rows.flatMap(({ columns, values }) => values.filter((_, n) => columns[n] === 'sha256'));
  const named = new Set([
    ...attachments.map(({ sha256: hash }) => hash),
    ...inRows.map((text) => (text ?? '').replace(/^\\x/, '')),
  ]);
  return [
    ...[...carried].filter(([, hash]) => !named.has(hash)).map(([name]) => `${name}: is not what was attached`),
    ...attachments
      .filter(({ sha256: hash }) => ![...carried.values()].includes(hash))
      .map(({ fileName }) => `attachments: ${fileName} is missing`),
  ];
}
