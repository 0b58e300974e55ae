import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ChildFailed } from '../children/child-process';
import { askNodeChild } from '../children/node-child';
import type { SplitAnswer, SplitRequest } from '../children/split-batch.child';
import type { TiffToPdfRequest } from '../children/tiff-to-pdf.child';
import { inWorkFolder, layDown } from '../children/work-folder';
import type { SplitBy } from '../core/batch-sheets';
import { Objects } from './objects';
import { ReceiveUpload } from './receive-upload';

export interface Batch {
  /** An upload of this person, in custody already. */
  readonly sha256: string;
  readonly staffNo: string;
  readonly fileName: string;
  readonly splitBy: SplitBy;
}

const LIMITS = { timeoutMs: 180_000, memoryMb: 1024, maxOutputBytes: 256 * 1024 };
const PAGES = /\.(pdf|tiff?)$/iu;
const TIFF_LIMITS = { timeoutMs: 240_000, memoryMb: 1024, maxOutputBytes: 1024 };

/** 束の分割: a batch of scanned pages becomes parts, each an upload of its own that passes the gate like any other (SCN-43). */
@Injectable()
export class SplitBatch {
  constructor(
    private readonly objects: Objects,
    private readonly receive: ReceiveUpload,
  ) {}

  /** @returns ids of the uploads of the parts in their order; null when the batch stays whole. @throws DomainError one of `scans.*`, `objects.*` */
  async run({ sha256, staffNo, fileName, splitBy }: Batch): Promise<string[] | null> {
    const extension = PAGES.exec(fileName)?.[1];
    if (extension === undefined) return null;
    return inWorkFolder(async (folder) => {
      const path = await layDown(folder, 'batch', (await this.objects.open(sha256)).stream);
      const paths = await pathsOf({ path, folder, splitBy, isTiff: !/pdf/iu.test(extension) });
      if (paths === null) return null;
      const ids: string[] = [];
      for (const [n, part] of paths.entries()) {
        const name = fileName.replace(PAGES, `_${n + 1}.${extension}`);
        ids.push(await this.takeIn(part, name, staffNo));
      }
      return ids;
    });
  }

  private async takeIn(path: string, name: string, staffNo: string): Promise<string> {
    const { size } = await stat(path);
    const body = createReadStream(path);
    const nameHeader = encodeURIComponent(name);
    const { id } = await this.receive.run({
      staffNo,
      nameHeader,
      announcedBytes: size,
      body,
      registered: nothingHeldBack,
    });
    return id;
  }
}

/** What waits for the virus scanner lies where the scanner put it, and not in quarantine as well. */
const nothingHeldBack = (): Promise<void> => Promise.resolve();

interface LaidDown extends Pick<SplitRequest, 'path' | 'folder' | 'splitBy'> {
  readonly isTiff: boolean;
}

/** The sheets of a TIFF file are looked at as a reader sees them. @throws ChildFailed */
async function asPdf(batch: Omit<LaidDown, 'isTiff'>): Promise<SplitRequest> {
  const request: TiffToPdfRequest = { path: batch.path, target: join(batch.folder, 'batch.pdf') };
  await askNodeChild('tiff-to-pdf', request, { folder: batch.folder, limits: TIFF_LIMITS });
  return { ...batch, path: request.target, tiff: batch.path };
}

/** A batch that cannot be taken apart is taken in whole: its clerk sees all pages. */
async function pathsOf({ isTiff, ...batch }: LaidDown): Promise<readonly string[] | null> {
  try {
    const request = isTiff ? await asPdf(batch) : { ...batch, tiff: null };
    return (await askNodeChild<SplitAnswer>('split-batch', request, { folder: request.folder, limits: LIMITS })).paths;
  } catch (error) {
    if (error instanceof ChildFailed) return null;
    throw error;
  }
}
