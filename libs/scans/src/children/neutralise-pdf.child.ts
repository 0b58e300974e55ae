import { readFile, writeFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { answer } from './answer';
import { neutralise } from './neutral-objects';

export interface NeutraliseRequest {
  readonly path: string;
  readonly target: string;
  /** Whether a copy is wanted although nothing active is found in the objects. */
  readonly always: boolean;
}

/** `untouched`: there was nothing to take out. `unreadable`: this library cannot read it. */
export type NeutraliseAnswer = 'untouched' | 'written' | 'unreadable';

async function run({ path, target, always }: NeutraliseRequest): Promise<NeutraliseAnswer> {
  const bytes = await readFile(path);
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
  } catch {
    return 'unreadable';
  }
  if (neutralise(document.context).size === 0 && !always) return 'untouched';
  document.context.trailerInfo.Encrypt = undefined;
  const copy = await document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
  await writeFile(target, copy, { flag: 'wx', mode: 0o600 });
  return 'written';
}

void answer(run);
