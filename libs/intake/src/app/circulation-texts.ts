import { Injectable } from '@nestjs/common';
import { AddedTexts, type SearchableText, SearchSubjects } from '@fubako/search';
import { ArchivedReceiptRows } from '../data/archived-receipt-rows';

/** 供覧・回覧: what was written in them is found with what is circulated; whoever may read that reads them too. */
@Injectable()
export class CirculationTexts extends AddedTexts {
  constructor(
    subjects: SearchSubjects,
    private readonly rows: ArchivedReceiptRows,
  ) {
    super();
    subjects.add(this);
  }

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, readonly SearchableText[]>> {
    const texts = new Map<string, SearchableText[]>();
    for (const { subjectId, text } of await this.rows.remarks(ids))
      texts.set(subjectId, [...(texts.get(subjectId) ?? []), { source: 'comment', text }]);
    return texts;
  }
}
