import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { SavedSearchRows } from '../data/saved-search-rows';
import { SubscriptionRows } from '../data/subscription-rows';
import { refuse } from '../errors';
import { requestOf } from './saved-conditions';
import { ArchiveHits } from './archive-hits';
import { SearchQuestion, understand } from './search-question';

/** What a search may find at most when somebody subscribes: all of it is remembered, so that it is never told as new. */
const MOST = 10_000;

/** 新着の通知を受ける: from now on, what is found and was not found when the subscription began is news, once (SEA-32). */
@Injectable()
export class Subscribe {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: SearchQuestion,
    private readonly hits: ArchiveHits,
    private readonly searches: SavedSearchRows,
    private readonly rows: SubscriptionRows,
  ) {}

  /** @throws DomainError search.unknown-saved-search, search.too-many-to-watch, those of a search */
  run(searchId: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const search = await this.searches.find(searchId, actor);
      if (!search) throw refuse('search.unknown-saved-search', {});
      if (search.isSubscribed) return;
      const key = { searchId, staffNo: actor.staffNo };
      await this.rows.subscribe(key);
      const { sort: _, ...request } = requestOf(search.conditions);
      const asked = await this.questions.of(understand(request), actor);
      await this.hits.prepare(asked);
      const question = await this.hits.settled(asked, MOST + 1);
      if ((await this.rows.learn(key, question, MOST + 1)).length > MOST)
        throw refuse('search.too-many-to-watch', { limit: MOST });
    });
  }

  stop(searchId: string, actor: Actor): Promise<void> {
    return this.uow.run(() => this.rows.unsubscribe({ searchId, staffNo: actor.staffNo }));
  }
}
