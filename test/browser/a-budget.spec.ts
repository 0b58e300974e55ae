import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '@fubako/platform/config';

const WEB = join(projectRoot, 'dist/web');

/** What a browser fetches before the first screen stands: the files that the page names, in kB of 1000 bytes. */
function firstLoad(ending: 'js' | 'css'): number {
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  const wanted = [...new Set(files)].filter((file) => file.endsWith(`.${ending}`));
  expect(wanted).not.toEqual([]);
  return wanted.reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, file))).length, 0) / 1000;
}

describe('the first load', () => {
  it('has at most 150 kB of programs and 12 kB of styles', () => {
    expect({ js: firstLoad('js') <= 150 ? 'fits' : firstLoad('js') }).toEqual({ js: 'fits' });
    expect({ css: firstLoad('css') <= 12 ? 'fits' : firstLoad('css') }).toEqual({ css: 'fits' });
  });
});
