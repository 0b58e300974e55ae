import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { type PageText, TextRows } from '../data/text-rows';
import type { RecognisedWords } from './page-texts.views.dto';

/** Text of originals, page by page. */
@Injectable()
export class PageTexts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: TextRows,
  ) {}

  /** By the hash of the original, in page order; content without text is absent. */
  of(sha256s: readonly string[]): Promise<ReadonlyMap<string, readonly PageText[]>> {
    return this.uow.read(() => (sha256s.length === 0 ? Promise.resolve(new Map()) : this.rows.of(sha256s)));
  }

  /** What was recognised on a page of an original; nothing where the page carries its own text. @param page from 1 */
  recognised(sha256: string, page: number): Promise<RecognisedWords> {
    return this.uow.read(async () => {
      const found = await this.rows.recognised(sha256, page);
      const words = (found?.words ?? []).map(([text, left, top, width, height]) => ({
        text,
        left,
        top,
        width,
        height,
      }));
      return { confidence: found?.confidence ?? null, words };
    });
  }
}
