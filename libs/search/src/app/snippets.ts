import { Injectable } from '@nestjs/common';
import { type PlacedPart, bearsSerial, bestPart, numberParts, originalOf } from '../core/found-part';
import { marksIn, snippetOf } from '../core/highlight';
import type { Term } from '../core/query';
import type { HitKey } from '../core/question';
import { ArchiveRows, type HitRow } from '../data/archive-rows';
import type { SearchHit, Snippet } from './search-result';

interface Shown {
  readonly row: HitRow;
  readonly placed: PlacedPart;
}

/** Turns hits into lines with marks on what was written. Reads the one part of each hit that is shown, not whole texts. */
@Injectable()
export class Snippets {
  constructor(private readonly rows: ArchiveRows) {}

  async run(hits: readonly HitKey[], wanted: readonly Term[]): Promise<SearchHit[]> {
    if (hits.length === 0) return [];
    const needles = wanted.map(({ needle }) => needle);
    const rows = await this.rows.show(hits, needles);
    const shown = rows.flatMap((row) => partsToRead(row, wanted).map((placed): Shown => ({ row, placed })));
    const slices = await this.rows.slices(
      shown.map(({ row, placed }) => ({ ...row, start: placed.start, length: placed.length })),
    );
    const snippets = new Map<HitRow, Snippet>();
    shown.forEach(({ row, placed }, index) => {
      const snippet = snippetFrom(placed, originalOf(placed, slices[index] ?? ''), wanted);
      if (snippet && !snippets.has(row)) snippets.set(row, snippet);
    });
    return rows.map((row) => hitOf(row, needles, snippets.get(row) ?? null));
  }
}

/** The part where the words stand; else, when a number was asked for, the numbers that may bear it. */
function partsToRead(row: HitRow, wanted: readonly Term[]): PlacedPart[] {
  const best = bestPart(row.layout, row.positions);
  if (best) return [best];
  return wanted.some(({ serial }) => serial !== null) ? numberParts(row.layout) : [];
}

function snippetFrom(
  { part: [source, , , attachmentId, page] }: PlacedPart,
  text: string,
  wanted: readonly Term[],
): Snippet | null {
  const place = { source, attachmentId: attachmentId ?? null, page: page ?? null };
  const snippet = snippetOf(
    text,
    wanted.map(({ needle }) => needle),
  );
  if (snippet.marks.length > 0) return { ...snippet, ...place };
  return source === 'number' && bearsSerial(text, wanted) ? { text, marks: [[0, text.length]], ...place } : null;
}

function hitOf(
  { documentId, sortOn, fy, state, amount, card }: HitRow,
  needles: readonly string[],
  snippet: Snippet | null,
): SearchHit {
  return {
    documentId,
    title: card.title,
    titleMarks: marksIn(card.title, needles),
    number: card.number,
    state,
    matterTypeName: card.matterTypeName,
    sectionName: card.sectionName,
    drafterName: card.drafterName,
    date: sortOn,
    amount,
    fiscalYear: fy,
    snippet,
    attachmentCount: card.attachmentCount,
  };
}
