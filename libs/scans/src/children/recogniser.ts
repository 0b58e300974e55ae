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
import { ChildFailed } from './child-process';
import { askNodeChild } from './node-child';
import type { PaintAnswer, PaintRequest } from './paint-pages.child';
import type { Manner, RecognitionEngine } from './recognition-engine';
import { tesseractPackage } from './tesseract-package';
import { tesseractProgram } from './tesseract-program';

/** What is usual for scans of letters; small print needs it, and more adds nothing but time. */
const RESOLUTION = 200;
/** Pictures painted by one child: they lie on the disk of the worker until they are read. */
const BATCH = 8;
const PAINT_LIMITS = { timeoutMs: 120_000, memoryMb: 768, maxOutputBytes: 64 * 1024 };
/** A reading as sure as this needs no second one. */
const SURE = 75;
/** A page that nothing was sure about may lie on its side. */
const UNSURE = 60;
const EVERY_TURN: readonly Turn[] = [90, 270, 180];

/** How a page is laid out for Tesseract: written across on any layout, or one block written downwards. */
const ACROSS: Manner = { language: 'jpn', layout: '3' };
const DOWNWARDS: Manner = { language: 'jpn_vert', layout: '5' };

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
  /** Where engines are looked for; the first that reads Japanese is taken. */
  engines: readonly ((folder: string) => Promise<RecognitionEngine | null>)[] = [tesseractProgram, tesseractPackage];

  /** The engine, when this machine has one that reads Japanese. */
  async engine(folder: string): Promise<RecognitionEngine | null> {
    for (const find of this.engines) {
      const engine = await find(folder);
      if (engine) return engine;
    }
    return null;
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
  let read = await bestOf(reading, picture);
  if (read.confidence >= UNSURE) return read;
  for (const turn of await turnsOf(reading, picture)) {
    const [turned = ''] = await paint(reading, [page], turn);
    read = surer(read, turnBack(await bestOf(reading, turned), turn));
    await rm(turned, { force: true });
    if (read.confidence >= UNSURE) break;
  }
  return read;
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

async function readAs(manner: Manner, { engine, folder }: Reading, path: string): Promise<RecognisedPage> {
  return readRecognised(await engine.read({ path, folder, resolution: RESOLUTION }, manner));
}

/** Which way the page may lie: as the engine sees it, or else every way. Too few letters to tell is no failure. */
async function turnsOf({ engine, folder }: Reading, path: string): Promise<readonly Turn[]> {
  const look = engine.look({ path, folder, resolution: RESOLUTION });
  if (look === null) return EVERY_TURN;
  const turn = uprightTurn(await look.catch(() => ''));
  return turn === 0 ? [] : [turn];
}

function nothingInTime(error: unknown): RecognisedPage {
  if (error instanceof ChildFailed) return EMPTY_PAGE;
  throw error;
}
