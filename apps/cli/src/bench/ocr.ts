import { availableParallelism } from 'node:os';
import { type RecognitionTrial, tryRecognition } from '@fubako/scans';
import { rounded, tell } from './figures';
import { type Goal, judge } from './goals';

const GOALS: Readonly<Record<string, Goal>> = {
  across_pages_per_s: 'report',
  across_words_found: 'report',
  downwards_pages_per_s: 'report',
  downwards_words_found: 'report',
};

/**
 * `bench:ocr`: pages that recognition reads each second on one core, with the painting of their pictures, and the share of the
 * printed words that search would find; generated pages of 200 dpi, across and downwards.
 */
export async function benchOcr(pages: number): Promise<object> {
  const tried = await tryRecognition(pages);
  if (!tried)
    throw new Error(
      'No text recognition on this machine. Install tesseract-ocr, tesseract-ocr-jpn, -jpn-vert and -osd, then measure again.',
    );
  tell(`${tried.engine}, ${pages} pages each way`);
  const figures = { ...figuresOf('across', tried.across), ...figuresOf('downwards', tried.downwards) };
  return {
    bench: 'ocr',
    node: process.version,
    engine: tried.engine,
    cores: availableParallelism(),
    n: { pages },
    figures,
    goals: judge(GOALS, figures),
  };
}

const figuresOf = (manner: string, { secondsPerPage, wordsFound }: RecognitionTrial): Record<string, number> => ({
  [`${manner}_pages_per_s`]: rounded(1 / secondsPerPage),
  [`${manner}_words_found`]: rounded(wordsFound),
});
