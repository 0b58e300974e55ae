import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sha256Hex, sha256Hex } from '@fubako/kernel';
import { type Faults, wholeFile } from './fault';

const LARGEST_FILE_BYTES = 32 * 1024 * 1024;
const FOLDERS = ['', 'forms'];
const READABLE = /\.(csv|json)$/;

/** The files of a municipality package (市町村パッケージ), read into memory: names relative to the folder, `/` between parts. */
export class PackageFiles {
  constructor(private readonly contents: ReadonlyMap<string, Buffer>) {}

  /** The CSV and JSON files of `folder` and of its `forms/`. @throws Error when the folder cannot be read or a file is larger than 32 MB. */
  static async inFolder(folder: string): Promise<PackageFiles> {
    const contents = new Map<string, Buffer>();
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      const { size } = await stat(path);
      if (size > LARGEST_FILE_BYTES)
        throw new Error(`${path} is larger than ${LARGEST_FILE_BYTES} bytes: a package file never is.`);
      contents.set(name, await readFile(path));
    }
    return new PackageFiles(contents);
  }

  /** Files that were handed over: their texts by their names. */
  static of(texts: Readonly<Record<string, string>>): PackageFiles {
    return new PackageFiles(new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])));
  }

  /** Rows that were typed elsewhere, as a file of a package, so that one reader and one set of checks judges both; row n stands on line n + 1. */
  static ofRows<N extends string>(
    file: string,
    names: readonly N[],
    rows: readonly Readonly<Record<N, string>>[],
  ): PackageFiles {
    const lines = rows.map((cells) => names.map((name) => quoted(cells[name])).join(','));
    return PackageFiles.of({ [file]: [names.join(','), ...lines, ''].join('\n') });
  }

  has(name: string): boolean {
    return this.contents.has(name);
  }

  /** Names that begin with `prefix`, sorted. */
  names(prefix = ''): string[] {
    return [...this.contents.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  /** SHA-256 of every file: what exactly was imported. */
  digests(): Readonly<Record<string, Sha256Hex>> {
    return Object.fromEntries([...this.contents].map(([name, bytes]) => [name, sha256Hex(bytes)]));
  }

  /** The text of a file, line ends folded to LF and without byte order mark; null when it is missing or no UTF-8, which becomes a fault. */
  text(name: string, faults: Faults): string | null {
    const bytes = this.contents.get(name);
    if (!bytes) {
      faults.add(wholeFile(name), 'package.missing-file', {
        ja: `ファイル ${name} がありません。パッケージのフォルダーに入れてください。`,
        en: `File ${name} is missing. Put it into the folder of the package.`,
      });
      return null;
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    } catch {
      const line = firstBrokenLine(bytes);
      const advice = 'Excel では「CSV UTF-8(コンマ区切り)」を選んで保存し直してください。';
      faults.add({ file: name, line, column: 1, field: '' }, 'package.not-utf8', {
        ja: `文字コードが UTF-8 ではない文字が${line}行目にあります。${advice}`,
        en: `Line ${line} is not UTF-8. In Excel, save it again as “CSV UTF-8 (comma delimited)”.`,
      });
      return null;
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const part of FOLDERS) {
    const entries = await readdir(join(folder, part), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (part !== '' && error.code === 'ENOENT') return [];
      throw error;
    });
    const files = entries.filter((entry) => entry.isFile() && READABLE.test(entry.name) && !entry.name.startsWith('.'));
    names.push(...files.map(({ name }) => (part === '' ? name : `${part}/${name}`)));
  }
  return names;
}

/** A byte 0x0A never is part of a longer UTF-8 character, so lines can be tried one by one. */
function firstBrokenLine(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let line = 1, start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    start = end + 1;
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"`;
}
