import { Injectable, Logger } from '@nestjs/common';
import { WhoStandsIn } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { OpenSeatRows } from '../data/open-seat-rows';
import { DeviatingSeats } from './deviating-seats';
import { SettleSeats } from './settle-seats';

/** Cases of one transaction: short enough that nobody waits for it, long enough to be set-based. */
const CHUNK = 200;

/**
 * 席の引継ぎ: open seats belong to whoever holds their posts now (RULE-102). What deviates is found by groups of seats that
 * say the same, so that a look at which nothing changes is one statement; it may be taken at any time, by anybody, any
 * number of times, and makes up for whatever was missed.
 */
@Injectable()
export class ReresolveSeats {
  private readonly logger = new Logger('approvals');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly standIns: WhoStandsIn,
    private readonly rows: OpenSeatRows,
    private readonly settle: SettleSeats,
  ) {}

  /**
   * @returns how many cases were changed
   * @throws AggregateError with what went wrong for single cases, after all others have been seen to
   */
  async run(): Promise<number> {
    const documents = await this.uow.read(() => this.affected());
    const errors: unknown[] = [];
    let changed = 0;
    for (let at = 0; at < documents.length; at += CHUNK)
      changed += await this.chunk(documents.slice(at, at + CHUNK), errors);
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} cases could not be handed over.`);
    return changed;
  }

  private async affected(): Promise<string[]> {
    const deviating = new DeviatingSeats(await this.standIns.now());
    const all = await this.rows.groups();
    const byMatter = deviating.byMatter(all);
    const groups = all.filter(({ post_code }) => !byMatter.includes(post_code));
    const finer = byMatter.length === 0 ? [] : await this.rows.groupsByMatter(byMatter);
    const seats = [...groups, ...finer].filter((group) => deviating.isSeat(group));
    const reviews = (await this.rows.reviewGroups()).filter((group) => deviating.isReview(group));
    return seats.length + reviews.length === 0 ? [] : this.rows.documentsOf(seats, reviews);
  }

  /** One case that cannot be settled must not keep the others from their new holders. */
  private async chunk(documentIds: readonly string[], errors: unknown[]): Promise<number> {
    try {
      return await this.settle.run(documentIds);
    } catch (error) {
      if (documentIds.length > 1) {
        let changed = 0;
        for (const id of documentIds) changed += await this.chunk([id], errors);
        return changed;
      }
      this.logger.error({ message: 'open seats could not be handed over', document: documentIds[0], error });
      errors.push(error);
      return 0;
    }
  }
}
