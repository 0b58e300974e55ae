import { Injectable } from '@nestjs/common';
import { ActNews } from './act-news';
import type { AcceptedAct, AppliedAct } from './accepted-act';
import { RaiseDecisions } from './raise-decisions';

/** What the acts cause beyond their own case: the last instance, and the news of them. */
@Injectable()
export class ActAftermath {
  constructor(
    private readonly raising: RaiseDecisions,
    private readonly news: ActNews,
  ) {}

  raise(accepted: readonly AcceptedAct[]): Promise<void> {
    return this.raising.run(accepted);
  }

  tell(applied: readonly AppliedAct[]): Promise<void> {
    return this.news.tell(applied);
  }
}
