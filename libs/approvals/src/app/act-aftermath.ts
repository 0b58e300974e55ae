import { Injectable } from '@nestjs/common';
import type { AppliedAct, OpenedByAct } from './accepted-act';
import { ActNews } from './act-news';
import { IssueDecisionNumbers } from './issue-decision-numbers';

/** What acts cause beyond their own case: numbers of decided matters, ledger entries, and the news of all that. */
@Injectable()
export class ActAftermath {
  constructor(
    private readonly numbers: IssueDecisionNumbers,
    private readonly news: ActNews,
  ) {}

  async run(acts: readonly OpenedByAct[]): Promise<AppliedAct[]> {
    const issued = await this.numbers.run(acts);
    const applied = acts.map((one) => ({ ...one, dispatchNumber: issued.get(one.loaded.card.id) ?? null }));
    await this.news.tell(applied);
    return applied;
  }
}
