import { Injectable, Logger } from '@nestjs/common';
import { DomainError, type StaffNo, localDateAt } from '@fubako/kernel';
import { Actors } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { SavedSearchRows } from '../data/saved-search-rows';
import { type ChangedEntry, type Subscription, SubscriptionRows } from '../data/subscription-rows';
import { type SearchMatched, searchMatched } from '../events';
import { SubscribersQuestion } from './subscribers-question';

const BATCH = 500;

/**
 * Asks every subscription about what has changed, and about nothing else: the cost is that of the changes times the
 * subscriptions, however large the archive is. What is found with the subscriber's own rights and was not known is told, and
 * known from then on, in one unit of work: never twice (SEA-32).
 */
@Injectable()
export class TellMatches {
  private readonly logger = new Logger('search');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: SubscribersQuestion,
    private readonly searches: SavedSearchRows,
    private readonly rows: SubscriptionRows,
    private readonly actors: Actors,
    private readonly bus: EventBus,
  ) {}

  /** @returns how many people were told of something */
  async run(): Promise<number> {
    let told = 0;
    await this.uow.run(async () => this.rows.noteEndedSecrecy(localDateAt(await this.uow.now())));
    for (;;) {
      const batch = await this.uow.run(() => this.batch());
      told += batch.told;
      if (batch.taken < BATCH) return told;
    }
  }

  private async batch(): Promise<{ taken: number; told: number }> {
    const { taken, entries } = await this.rows.takeChanged(BATCH);
    if (entries.length === 0) return { taken, told: 0 };
    const news: SearchMatched[] = [];
    for (const subscription of await this.rows.all()) {
      const matched = await this.newsFor(subscription, entries);
      if (matched) news.push(matched);
    }
    await this.bus.publishAll(
      searchMatched,
      news.map((payload) => ({ subject: payload.searchId, payload })),
    );
    return { taken, told: news.length };
  }

  /** Null as well for people who have left, and for searches they no longer see or that can no longer be asked. */
  private async newsFor(subscription: Subscription, among: readonly ChangedEntry[]): Promise<SearchMatched | null> {
    try {
      const actor = await this.actors.of(subscription.staffNo as StaffNo);
      if (!(await this.searches.find(subscription.searchId, actor))) return null;
      const question = await this.questions.of(subscription, { actor, among, most: BATCH });
      const [first, ...others] = await this.rows.learn(subscription, question, BATCH);
      if (!first) return null;
      const { searchId, staffNo, name: searchName } = subscription;
      return { searchId, staffNo, searchName, ...first, more: others.length };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn({ message: 'a subscription cannot be asked', search: subscription.searchId, code: error.code });
      return null;
    }
  }
}
