import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser fetches, compressed, in kB of 1000 bytes. */
export interface WebSizes {
  readonly firstJs: number;
  readonly firstCss: number;
  /** By screen: what it needs beyond the first load, the words, and the menus and notes of the bar, which come once. */
  readonly screens: Readonly<Record<string, number>>;
  readonly largestScreen: number;
  readonly pdfViewer: number;
  readonly pdfWorker: number;
}

const imported = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;

/** They follow the first load on every screen, and bring the widgets with them. */
const OF_THE_SHELL = /^(shell-later|user-menu|notification-bell|screen-menu)-.*\.js$/;

/** @param folder `dist/web`, built */
export function webSizes(folder: string): WebSizes {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  const size = (name: string): number => gzipSync(readFileSync(join(assets, name))).length / 1000;
  const sum = (some: Iterable<string>): number => [...some].reduce((total, name) => total + size(name), 0);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const first = [...new Set([...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name = '']) => name))];
  const words = names.filter((name) => /^(ja|en|plain)-/.test(name));
  const shell = names.filter((name) => OF_THE_SHELL.test(name));
  const closure = (entries: readonly string[], without: ReadonlySet<string>): Set<string> => {
    const needed = new Set<string>();
    const visit = (name: string): void => {
      if (needed.has(name) || without.has(name)) return;
      needed.add(name);
      for (const [, next = ''] of readFileSync(join(assets, name), 'utf8').matchAll(imported)) visit(next);
    };
    for (const entry of entries) visit(entry);
    return needed;
  };
  const there = closure([...first.filter((name) => name.endsWith('.js')), ...words, ...shell], new Set());
  const beyond = (entry: string): Set<string> => closure([entry], there);
  const screens = Object.fromEntries(
    names.filter((name) => /-page-.*\.js$/.test(name)).map((name) => [nameOf(name), sum(beyond(name))]),
  );
  return {
    firstJs: sum(first.filter((name) => name.endsWith('.js'))),
    firstCss: sum(first.filter((name) => name.endsWith('.css'))),
    screens,
    largestScreen: Math.max(...Object.values(screens)),
    pdfViewer: sum(names.filter((name) => /^pdf-viewer-.*\.js$/.test(name))),
    pdfWorker: sum(names.filter((name) => /^pdf\.worker-.*\.mjs$/.test(name))),
  };
}

const nameOf = (file: string): string => file.replace(/-[\w-]{8}\.js$/, '');
