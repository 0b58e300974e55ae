import { Injectable } from '@nestjs/common';
import { SentLetters } from '@fubako/approvals';
import { standing, stepsOf } from '../core/entries';
import { EntryRows } from '../data/entry-rows';

/** RULE-52 What has gone out in part is not given up, by whatever door: approvals asks in the unit of the act. */
@Injectable()
export class TellSent {
  constructor(
    letters: SentLetters,
    private readonly entries: EntryRows,
  ) {
    letters.answeredBy((documentIds) => this.among(documentIds));
  }

  private async among(documentIds: readonly string[]): Promise<readonly string[]> {
    const entries = await this.entries.of(documentIds);
    const sent = new Set(stepsOf(standing(entries), 'dispatch').map(({ id }) => id));
    return entries.filter(({ id }) => sent.has(id)).map(({ documentId }) => documentId);
  }
}
