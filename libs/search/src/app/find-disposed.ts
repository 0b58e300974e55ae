import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { marksIn } from '../core/highlight';
import type { SearchFilter } from '../core/question';
import { titleWords } from '../core/title-words';
import { DisposedRows } from '../data/disposed-rows';
import type { Disposed } from './search-result';

/** Documents shown; words narrow further. */
const SHOWN = 50;

/** 廃棄・移管の記録: what is left of documents that were disposed of, by number, title and file (SEA-36). */
@Injectable()
export class FindDisposed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: DisposedRows,
  ) {}

  /** Null when more than words is asked: nothing else is left of them. */
  async run(text: string, filter: SearchFilter, actor: Actor): Promise<Disposed | null> {
    const words = titleWords(text);
    const isNarrowed = Object.values(filter).some((value) => value !== undefined && Object.keys(value).length > 0);
    if (words === null || isNarrowed) return null;
    const rows = await this.uow.read(() => this.rows.page(words, actor, SHOWN + 1));
    const marker = { wanted: words.map((needle) => ({ needle, written: needle, serial: null, day: null })), off: [] };
    return {
      items: rows.slice(0, SHOWN).map(({ executedAt, ...row }) => ({
        ...row,
        titleMarks: marksIn(row.title, marker),
        disposedOn: localDateAt(executedAt),
      })),
      more: rows.length > SHOWN,
    };
  }
}
