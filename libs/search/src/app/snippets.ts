import { Injectable } from '@nestjs/common';
import { type PlacedPart, bearsSerial, bestPart, numberParts, originalOf } from '../core/found-part';
import type { Term } from '../core/condition';
import { spellingsOf } from '../core/dates';
import { type Marker, marksIn, snippetOf } from '../core/highlight';
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

  /** @param wordless ids of hits of which nothing but the line is shown (ID-24) */
  async run(hits: readonly HitKey[], marker: Marker, wordless: ReadonlySet<string>): Promise<SearchHit[]> {
    if (hits.length === 0) return [];
    const { wanted } = marker;
    const needles = wanted.flatMap(({ needle, day }) => (day === null ? [needle] : [needle, ...spellingsOf(day)]));
    const rows = await this.rows.show(hits, needles);
    const told = rows.filter(({ documentId }) => !wordless.has(documentId));
    const shown = told.flatMap((row) => partsToRead(row, wanted).map((placed): Shown => ({ row, placed })));
    const slices = await this.rows.slices(
      shown.map(({ row, placed }) => ({ ...row, start: placed.start, length: placed.length })),
    );
    const snippets = new Map<HitRow, Snippet>();
    shown.forEach(({ row, placed }, index) => {
      const snippet = snippetFrom(placed, originalOf(placed, slices[index] ?? ''), marker);
      if (snippet && !snippets.has(row)) snippets.set(row, snippet);
    });
    return rows.map((row) => hitOf(row, marker, snippets.get(row) ?? null));
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
  marker: Marker,
): Snippet | null {
  const place = { source, attachmentId: attachmentId ?? null, page: page ?? null };
  const snippet = snippetOf(text, marker);
  if (snippet.marks.length > 0) return { ...snippet, ...place };
  return source === 'number' && bearsSerial(text, marker.wanted) ? { text, marks: [[0, text.length]], ...place } : null;
}

function hitOf(
  { kind, documentId, sortOn, fy, state, amount, card, retention }: HitRow,
  marker: Marker,
  snippet: Snippet | null,
): SearchHit {
  return {
    kind,
    documentId,
    title: card.title,
    titleMarks: marksIn(card.title, marker),
    number: card.number,
    state,
    matterTypeName: card.matterTypeName,
    sectionName: card.sectionName,
    drafterName: card.drafterName,
    sender: card.sender ?? null,
    date: sortOn,
    amount,
    fiscalYear: fy,
    snippet,
    retention,
    attachmentCount: card.attachmentCount,
    medium: card.medium ?? 'electronic',
  };
}
