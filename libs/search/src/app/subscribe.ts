import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ArchiveRows } from '../data/archive-rows';
import { SavedSearchRows } from '../data/saved-search-rows';
import { SubscriptionRows } from '../data/subscription-rows';
import { refuse } from '../errors';
import { requestOf } from './saved-conditions';
import { questionOf } from './search-archive';

/** What a search may find at most when somebody subscribes: all of it is remembered, so that it is never told as new. */
const MOST = 10_000;

/** 新着の通知を受ける: from now on, what is found and was not found when the subscription began is news, once (SEA-32). */
@Injectable()
export class Subscribe {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly archive: ArchiveRows,
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
      const question = questionOf(request, actor);
      await this.archive.prepare(question.plan);
      if ((await this.rows.learn(key, question, MOST + 1)).length > MOST)
        throw refuse('search.too-many-to-watch', { limit: MOST });
    });
  }

  stop(searchId: string, actor: Actor): Promise<void> {
    return this.uow.run(() => this.rows.unsubscribe({ searchId, staffNo: actor.staffNo }));
  }
}
