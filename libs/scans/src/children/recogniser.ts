import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import {
  EMPTY_PAGE,
  type RecognisedPage,
  type Turn,
  readRecognised,
  surer,
  turnBack,
  uprightTurn,
} from '../core/recognised-page';
import { ChildFailed, runChild } from './child-process';
import { findProgram } from './find-program';
import { askNodeChild } from './node-child';
import type { PaintAnswer, PaintRequest } from './paint-pages.child';

/** What is usual for scans of letters; small print needs it, and more adds nothing but time. */
const RESOLUTION = 200;
/** Pictures painted by one child: they lie on the disk of the worker until they are read. */
const BATCH = 8;
const PAINT_LIMITS = { timeoutMs: 120_000, memoryMb: 768, maxOutputBytes: 64 * 1024 };
const READ_LIMITS = { timeoutMs: 90_000, maxOutputBytes: 16 * 1024 * 1024 };
/** A reading as sure as this needs no second one. */
const SURE = 75;
/** A page that nothing was sure about may lie on its side. */
const UNSURE = 60;

/** How a page is laid out for Tesseract: written across on any layout, or one block written downwards. */
const ACROSS = { language: 'jpn', layout: '3' };
const DOWNWARDS = { language: 'jpn_vert', layout: '5' };

/** 文字認識エンジン: the program on this machine and the languages it has. */
export interface RecognitionEngine {
  readonly program: string;
  /** As it is kept with the text, e.g. `tesseract 5.3.0`. */
  readonly name: string;
  readonly languages: readonly string[];
}

/** One document that is being read: its PDF, and the folder private to this work. */
export interface ScannedPdf {
  readonly path: string;
  readonly folder: string;
}

interface Reading extends ScannedPdf {
  readonly engine: RecognitionEngine;
}

/** Recognises Japanese text on pictures of pages (文字認識), written across or downwards, in child processes. */
@Injectable()
export class Recogniser {
  /** The engine, when this machine has one that reads Japanese. */
  async engine(folder: string): Promise<RecognitionEngine | null> {
    const program = findProgram(['tesseract']);
    if (!program) return null;
    const [version, list] = await Promise.all([
      tesseract(program, folder, ['--version']),
      tesseract(program, folder, ['--list-langs']),
    ]);
    const languages = list.split('\n').map((line) => line.trim());
    if (!languages.includes(ACROSS.language)) return null;
    return { program, name: version.split('\n')[0]?.trim() ?? 'tesseract', languages };
  }

  /** By page number; a page on which nothing was found, or that could not be read within the limits, is absent. */
  async read(
    engine: RecognitionEngine,
    pdf: ScannedPdf,
    pages: readonly number[],
  ): Promise<ReadonlyMap<number, RecognisedPage>> {
    const found = new Map<number, RecognisedPage>();
    for (let at = 0; at < pages.length; at += BATCH) {
      const batch = pages.slice(at, at + BATCH);
      const pictures = await paint(pdf, batch, 0);
      for (const [index, page] of batch.entries()) {
        const read = await readPage({ engine, ...pdf }, page, pictures[index] ?? '').catch(nothingInTime);
        if (read.text !== '') found.set(page, read);
      }
      await Promise.all(pictures.map((picture) => rm(picture, { force: true })));
    }
    return found;
  }
}

async function readPage(reading: Reading, page: number, picture: string): Promise<RecognisedPage> {
  const read = await bestOf(reading, picture);
  if (read.confidence >= UNSURE || !reading.engine.languages.includes('osd')) return read;
  const turn = await turnOf(reading, picture);
  if (turn === 0) return read;
  const [turned = ''] = await paint(reading, [page], turn);
  const upright = await bestOf(reading, turned);
  await rm(turned, { force: true });
  return surer(read, turnBack(upright, turn));
}

async function paint({ path, folder }: ScannedPdf, pages: readonly number[], turn: Turn): Promise<readonly string[]> {
  const request: PaintRequest = { path, folder, resolution: RESOLUTION, turn, pages };
  return (await askNodeChild<PaintAnswer>('paint-pages', request, { folder, limits: PAINT_LIMITS })).paths;
}

async function bestOf(reading: Reading, picture: string): Promise<RecognisedPage> {
  const across = await readAs(ACROSS, reading, picture);
  if (across.confidence >= SURE || !reading.engine.languages.includes(DOWNWARDS.language)) return across;
  return surer(across, await readAs(DOWNWARDS, reading, picture));
}

async function readAs(manner: typeof ACROSS, { engine, folder }: Reading, picture: string): Promise<RecognisedPage> {
  const layout = ['-l', manner.language, '--psm', manner.layout, '--dpi', String(RESOLUTION)];
  return readRecognised(await tesseract(engine.program, folder, [picture, 'stdout', ...layout, 'tsv']));
}

/** Too few letters to tell is no failure: the page stays as it is. */
async function turnOf({ engine, folder }: Reading, picture: string): Promise<Turn> {
  const look = tesseract(engine.program, folder, [picture, 'stdout', '-l', 'osd', '--psm', '0']);
  return uprightTurn(await look.catch(() => ''));
}

/** One thread for each page: pages are many, and processors are shared. */
const tesseract = (program: string, folder: string, args: readonly string[]): Promise<string> =>
  runChild({ program, args, folder, environment: { OMP_THREAD_LIMIT: '1' }, ...READ_LIMITS });

function nothingInTime(error: unknown): RecognisedPage {
  if (error instanceof ChildFailed) return EMPTY_PAGE;
  throw error;
}
