import { runChild } from './child-process';
import { findProgram } from './find-program';
import { type PagePicture, READ_LIMITS, type RecognitionEngine } from './recognition-engine';

/** Tesseract as the system brings it, when there is one that reads Japanese: the faster of the engines. */
export async function tesseractProgram(folder: string): Promise<RecognitionEngine | null> {
  const program = findProgram(['tesseract']);
  if (!program) return null;
  const [version, list] = await Promise.all([
    tesseract(program, folder, ['--version']),
    tesseract(program, folder, ['--list-langs']),
  ]);
  const languages = list.split('\n').map((line) => line.trim());
  if (!languages.includes('jpn')) return null;
  const run = ({ path, folder: own }: PagePicture, args: readonly string[]) =>
    tesseract(program, own, [path, 'stdout', ...args]);
  return {
    name: version.split('\n')[0]?.trim() ?? 'tesseract',
    languages,
    read: (picture, { language, layout }) =>
      run(picture, ['-l', language, '--psm', layout, '--dpi', String(picture.resolution), 'tsv']),
    look: (picture) => (languages.includes('osd') ? run(picture, ['-l', 'osd', '--psm', '0']) : null),
  };
}

/** One thread for each page: pages are many, and processors are shared. */
const tesseract = (program: string, folder: string, args: readonly string[]): Promise<string> =>
  runChild({ program, args, folder, environment: { OMP_THREAD_LIMIT: '1' }, ...READ_LIMITS });
