import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { ChildFailed } from '../children/child-process';
import { askNodeChild } from '../children/node-child';
import type { SplitAnswer, SplitRequest } from '../children/split-batch.child';
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
const PDF = /\.pdf$/iu;

/** 束の分割: a batch of scanned pages becomes parts, each an upload of its own that passes the gate like any other (SCN-43). */
@Injectable()
export class SplitBatch {
  constructor(
    private readonly objects: Objects,
    private readonly receive: ReceiveUpload,
  ) {}

  /** @returns ids of the uploads of the parts in their order; null when the batch stays whole. @throws DomainError one of `scans.*`, `objects.*` */
  async run({ sha256, staffNo, fileName, splitBy }: Batch): Promise<string[] | null> {
    if (!PDF.test(fileName)) return null;
    return inWorkFolder(async (folder) => {
      const path = await layDown(folder, 'batch.pdf', (await this.objects.open(sha256)).stream);
      const paths = await pathsOf({ path, folder, splitBy });
      if (paths === null) return null;
      const ids: string[] = [];
      for (const [n, part] of paths.entries()) {
        const name = fileName.replace(PDF, `_${n + 1}.pdf`);
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

/** A batch that cannot be taken apart is taken in whole: its clerk sees all pages. */
async function pathsOf(request: SplitRequest): Promise<readonly string[] | null> {
  try {
    return (await askNodeChild<SplitAnswer>('split-batch', request, { folder: request.folder, limits: LIMITS })).paths;
  } catch (error) {
    if (error instanceof ChildFailed) return null;
    throw error;
  }
}
