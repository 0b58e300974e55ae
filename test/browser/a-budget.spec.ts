import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { webSizes } from '../../apps/cli/src/bench/web-sizes';

/** What is above its budget, in kB. */
const above = (sizes: Readonly<Record<string, number>>, budget: number) =>
  Object.entries(sizes).filter(([, size]) => !(size > 0 && size <= budget));

describe('what a browser fetches', () => {
  const sizes = webSizes(join(projectRoot, 'dist/web'));

  it('is for the first screen at most 150 kB of programs and 12 kB of styles', () => {
    expect(above({ js: sizes.firstJs }, 150)).toEqual([]);
    expect(above({ css: sizes.firstCss }, 12)).toEqual([]);
  });

  it('is for every other screen at most 45 kB more, beside what the bar brings', () => {
    expect(Object.keys(sizes.screens).length).toBeGreaterThan(25);
    expect(above(sizes.screens, 45)).toEqual([]);
  });

  it('is for PDFs at most 160 kB and a worker of 400 kB', () => {
    expect(above({ viewer: sizes.pdfViewer }, 160)).toEqual([]);
    expect(above({ worker: sizes.pdfWorker }, 400)).toEqual([]);
  });
});
