import { Injectable } from '@nestjs/common';
import type { AppliedAct, OpenedByAct } from './accepted-act';
import { ActNews } from './act-news';
import { IssueDecisionNumbers } from './issue-decision-numbers';

/**
 * What acts cause beyond their own case. Numbers come as late as they can: a counter keeps everybody else waiting until the
 * unit ends, so what needs no number (the acts themselves, filing) goes before it (RULE-75).
 */
@Injectable()
export class ActAftermath {
  constructor(
    private readonly numbers: IssueDecisionNumbers,
    private readonly news: ActNews,
  ) {}

  async run(acts: readonly OpenedByAct[]): Promise<AppliedAct[]> {
    if (acts.length === 0) return [];
    await this.news.decide(acts);
    const issued = await this.numbers.run(acts);
    const applied = acts.map((one) => ({ ...one, dispatchNumber: issued.get(one.loaded.card.id) ?? null }));
    await this.news.tell(applied);
    return applied;
  }
}
