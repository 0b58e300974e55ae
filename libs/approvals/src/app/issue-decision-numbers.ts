import { Injectable } from '@nestjs/common';
import { DispatchSeries, DocumentReading, Numbering, type NumberRequest } from '@fubako/documents';
import type { AcceptedAct } from './accepted-act';

/** 施行番号 for matters that go out, at the decision and in its unit (RULE-70, RULE-75). */
@Injectable()
export class IssueDecisionNumbers {
  constructor(
    private readonly documents: DocumentReading,
    private readonly series: DispatchSeries,
    private readonly numbering: Numbering,
  ) {}

  /** @returns document id → number as written; matters that stay inside get none */
  async run(accepted: readonly AcceptedAct[]): Promise<Map<string, string>> {
    const decided = accepted.filter(({ events }) => events.some((e) => e.type === 'moved' && e.to === 'decided'));
    const requests: NumberRequest[] = [];
    for (const { loaded } of decided) {
      const type = await this.documents.matterType(loaded.card);
      if (type.execution === 'none') continue;
      requests.push({
        documentId: loaded.card.id,
        seriesCode: await this.series.of(loaded.card),
        symbol: loaded.card.section.symbol,
      });
    }
    return this.numbering.issueDispatchNumbers(requests, decided[0]?.actor.staffNo ?? '');
  }
}
