import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { askNodeChild } from './node-child';
import { READ_LIMITS, type RecognitionEngine } from './recognition-engine';
import type { RecogniseAnswer, RecogniseRequest } from './recognise.child';

/** Looked for by name when it is needed: an operator who has the program may do without. */
const ENGINE_PACKAGE = 'tesseract.js';
const LANGUAGES = ['jpn', 'jpn_vert'];
const DATA = (language: string) => `@tesseract.js-data/${language}`;
/** Of the sets of data in a package, the small one. */
const DATA_SET = '4.0.0_best_int';
const LIMITS = { ...READ_LIMITS, memoryMb: 768 };

function folderOf(name: string): string | null {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

/** Tesseract as WebAssembly from npm, with its languages: what reads Japanese where the system has no Tesseract. */
export async function tesseractPackage(): Promise<RecognitionEngine | null> {
  const place = folderOf(ENGINE_PACKAGE);
  const languages = LANGUAGES.filter((language) => folderOf(DATA(language)) !== null);
  if (place === null || !languages.includes('jpn')) return null;
  const { version } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as { version: string };
  return {
    name: `${ENGINE_PACKAGE} ${version}`,
    languages,
    async read({ path, folder, resolution }, { language, layout }) {
      const data = join(folderOf(DATA(language)) ?? '', DATA_SET);
      const request: RecogniseRequest = { engine: ENGINE_PACKAGE, path, data, language, layout, resolution };
      return (await askNodeChild<RecogniseAnswer>('recognise', request, { folder, limits: LIMITS })).tsv;
    },
    // Its data for that come in no package that we take: the page is tried on its sides.
    look: () => null,
  };
}
