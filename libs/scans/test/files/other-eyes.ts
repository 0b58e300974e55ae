import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ACTIVE = new Set(
  'JS JavaScript OpenAction AA Launch EmbeddedFile EmbeddedFiles RichMedia XFA SubmitForm ImportData GoToR GoToE URI'.split(
    ' ',
  ),
);

/** What another program (qpdf) finds in a PDF that could act: keys and names in all its objects. */
export function activeWordsIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.startsWith('/') && ACTIVE.has(value.slice(1))) found.add(value.slice(1));
    } else if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) [key, inner].forEach(look);
  };
  look(JSON.parse(inFile(bytes, (path) => run('qpdf', ['--warning-exit-0', '--json=2', '--json-key=qpdf', path]))));
  const plain = inFile(bytes, (path) =>
    run('qpdf', ['--warning-exit-0', '--qdf', '--object-streams=disable', path, '-']),
  );
  for (const [, name = ''] of plain.matchAll(/^[^%]*?\/([A-Za-z]+)\b/gm)) if (ACTIVE.has(name)) found.add(name);
  return [...found].sort();
}

/** What poppler says of the signature. */
export const signatureOf = (bytes: Buffer): string => inFile(bytes, (path) => run('pdfsig', ['-nocert', path]));

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'latin1', maxBuffer: 64 * 1024 * 1024 });
}

function inFile<T>(bytes: Buffer, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-eyes-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes);
    return work(join(folder, 'file.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
