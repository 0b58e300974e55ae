import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printedPages } from '../children/printed-pages';
import { Recogniser } from '../children/recogniser';
import type { RecognitionEngine } from '../children/recognition-engine';
import { inWorkFolder } from '../children/work-folder';
import { trialPages, wordsFound } from '../core/trial-pages';

/** How recognition did on pages whose text is known. */
export interface RecognitionTrial {
  /** Of one page, with one thread. */
  readonly secondsPerPage: number;
  /** The share of printed words that search would find, 0 to 1. */
  readonly wordsFound: number;
}

export interface TriedRecognition {
  /** With its version. */
  readonly engine: string;
  readonly across: RecognitionTrial;
  readonly downwards: RecognitionTrial;
}

/**
 * 文字認識の試行: the engine of this machine on printed pages of known text, written across and downwards (SCN-21).
 * @returns null when no engine that reads Japanese is installed
 */
export function tryRecognition(pages: number): Promise<TriedRecognition | null> {
  return inWorkFolder(async (folder) => {
    const engine = await new Recogniser().engine(folder);
    if (!engine) return null;
    const across = await trial(engine, { folder, pages, downwards: false });
    const downwards = await trial(engine, { folder, pages, downwards: true });
    return { engine: engine.name, across, downwards };
  });
}

async function trial(
  engine: RecognitionEngine,
  { folder, pages, downwards }: { folder: string; pages: number; downwards: boolean },
): Promise<RecognitionTrial> {
  const printed = trialPages(pages);
  const path = join(folder, downwards ? 'downwards.pdf' : 'across.pdf');
  await writeFile(path, await printedPages(printed, downwards));
  const numbers = printed.map((_, index) => index + 1);
  const started = performance.now();
  const read = await new Recogniser().read(engine, { path, folder }, numbers);
  const seconds = (performance.now() - started) / 1000;
  const shares = printed.map((lines, index) => wordsFound(lines, read.get(index + 1)?.text ?? ''));
  return { secondsPerPage: seconds / pages, wordsFound: shares.reduce((sum, share) => sum + share, 0) / pages };
}
