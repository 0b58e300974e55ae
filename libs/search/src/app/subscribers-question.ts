import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import type { ReadersQuestion } from '../data/hits.sql';
import type { ChangedEntry, Subscription } from '../data/subscription-rows';
import { ArchiveHits } from './archive-hits';
import { requestOf } from './saved-conditions';
import { SearchQuestion, understand } from './search-question';

interface Asking {
  readonly actor: Actor;
  readonly among: readonly ChangedEntry[];
  readonly most: number;
}

/** What a subscription asks about the changed documents. Call it inside a unit of work. */
@Injectable()
export class SubscribersQuestion {
  constructor(
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
  ) {}

  /** @throws DomainError of {@link understand} */
  async of({ conditions }: Pick<Subscription, 'conditions'>, { actor, among, most }: Asking): Promise<ReadersQuestion> {
    const { sort: _, ...request } = requestOf(conditions);
    const question = { ...(await this.questions.of(understand(request), actor)), among };
    await this.hits.prepare(question);
    return this.hits.settled(question, most);
  }
}
