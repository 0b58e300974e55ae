import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { RenditionRows, type RenditionState, type TextState } from '../data/rendition-rows';
import { refuse } from '../errors';
import { Objects, type OpenObject } from './objects';

export interface RenditionStatus {
  readonly rendition: RenditionState;
  readonly text: TextState;
  /** Pages of the original, or of its PDF where the original has none of its own. */
  readonly pages: number | null;
  /** How many of its pages have a small picture, from the first on. */
  readonly thumbnails: number;
  /** What in the original could act by itself (SCN-8): `Macro`, `JavaScript` …, sorted. */
  readonly activeContent: readonly string[];
}

/** Of content that the worker has not come to, or that was never taken. */
export const notYetMade: RenditionStatus = {
  rendition: 'pending',
  text: 'pending',
  pages: null,
  thumbnails: 0,
  activeContent: [],
};

/** 表示用PDF: what a page can show of an original. */
@Injectable()
export class Renditions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RenditionRows,
    private readonly objects: Objects,
  ) {}

  /** States by the hash of the original; content that was never taken has none. */
  of(sha256s: readonly string[]): Promise<ReadonlyMap<string, RenditionStatus>> {
    return this.uow.read(async () => {
      const rows = sha256s.length === 0 ? [] : await this.rows.of(sha256s);
      return new Map(
        rows.map(({ source, rendition, text, pages, active, thumbnails }) => [
          source,
          { rendition, text, pages, activeContent: active, thumbnails: thumbnails ?? 0 },
        ]),
      );
    });
  }

  /**
   * The PDF of an original. Call it outside a unit of work.
   * @throws DomainError scans.rendition-pending, scans.no-rendition, and whatever `Objects.open` throws
   */
  async openPdf(sha256: string): Promise<OpenObject> {
    const [row] = await this.uow.read(() => this.rows.of([sha256]));
    if (!row) throw refuse('scans.unknown-object', { sha256 });
    if (row.rendition === 'pending') throw refuse('scans.rendition-pending', {});
    if (row.object === null) throw refuse('scans.no-rendition', { detail: row.detail ?? '' });
    return this.objects.open(row.object);
  }
}
