import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { marksIn } from '../core/highlight';
import type { SearchFilter } from '../core/question';
import { titleWords } from '../core/title-words';
import { TitleRows } from '../data/title-rows';
import type { TitlesOnly } from './search-result';

/** Titles shown; words narrow further. */
const SHOWN = 50;

/**
 * 件名のみの閲覧 (domain 6): to records officers, matters that they may not read, by title and number alone. They are found by
 * those alone too, in an order that says nothing else, and not under conditions on anything else (SEA-30).
 */
@Injectable()
export class FindTitles {
  constructor(private readonly rows: TitleRows) {}

  /** Null for everybody else, and when more than words is asked. Call it inside a unit of work. */
  async run(text: string, filter: SearchFilter, actor: Actor): Promise<TitlesOnly | null> {
    const words = actor.roles.some(({ role }) => role === 'records_officer') ? titleWords(text) : null;
    const isNarrowed = Object.entries(filter).some(([, value]) => value !== undefined && Object.keys(value).length > 0);
    if (words === null || isNarrowed) return null;
    const rows = await this.rows.page(words, actor, SHOWN + 1);
    const wanted = words.map((needle) => ({ needle, written: needle, serial: null, day: null }));
    const marker = { wanted, off: [] };
    return {
      items: rows.slice(0, SHOWN).map((row) => ({ ...row, titleMarks: marksIn(row.title, marker) })),
      more: rows.length > SHOWN,
    };
  }
}
