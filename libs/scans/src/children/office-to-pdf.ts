import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './child-process';
import { findProgram } from './find-program';

const PROGRAMS = ['soffice', 'libreoffice'] as const;
const TIMEOUT_MS = 120_000;
const MAX_OUTPUT = 64 * 1024;

/** LibreOffice on this machine, or null. */
export const findOffice = (): string | null => findProgram(PROGRAMS);

/**
 * Lets LibreOffice print `source` into the folder, with a profile of its own so that jobs neither wait for nor see one
 * another. @returns path of the PDF, which may not exist when LibreOffice could not read the file @throws ChildFailed
 */
export async function officeToPdf(
  office: string,
  work: { folder: string; source: string; timeoutMs?: number },
): Promise<string> {
  const out = join(work.folder, 'out');
  await mkdir(out);
  const profile = pathToFileURL(join(work.folder, 'profile')).href;
  const args = [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    work.source,
  ];
  await runChild({
    program: office,
    args,
    folder: work.folder,
    timeoutMs: work.timeoutMs ?? TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT,
  });
  return join(out, 'source.pdf');
}
