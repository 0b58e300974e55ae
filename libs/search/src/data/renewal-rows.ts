import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';

/** How far the index is written in one make. */
export interface Renewal {
  readonly make: number;
  readonly last: string | null;
  readonly documents: number;
  readonly total: number;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = sql`make, last, documents::int as documents, total::int as total, started_at as "startedAt", updated_at as "updatedAt",
  finished_at as "finishedAt"`;

/** Progress of the background renewal. Every call is part of the caller's unit of work. */
@Injectable()
export class RenewalRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Begins the make unless it was begun. */
  async begin(make: number, at: Date): Promise<void> {
    await this.uow.change(sql`
      insert into search.renewal (make, total, started_at, updated_at)
      values (${make}, (select count(*) from search.indexed_document), ${at}, ${at}) on conflict (make) do nothing`);
  }

  find(make: number): Promise<Renewal | null> {
    return this.uow.maybe<Renewal>(sql`select ${COLUMNS} from search.renewal where make = ${make}`);
  }

  /** Whether this make or a later one is written to the end. */
  async isFinished(make: number): Promise<boolean> {
    const { finished } = await this.uow.one<{ finished: boolean }>(
      sql`select exists (select from search.renewal where make >= ${make} and finished_at is not null) as finished`,
    );
    return finished;
  }

  /** The make, for this unit alone; null while another worker has it, or when it is finished. */
  take(make: number): Promise<Renewal | null> {
    return this.uow.maybe<Renewal>(sql`
      select ${COLUMNS} from search.renewal where make = ${make} and finished_at is null for update skip locked`);
  }

  async advance(
    make: number,
    step: { last: string | null; documents: number; done: boolean; at: Date },
  ): Promise<void> {
    await this.uow.change(sql`
      update search.renewal set last = coalesce(${step.last}::uuid, last), documents = documents + ${step.documents}, updated_at = ${step.at},
        finished_at = case when ${step.done}::boolean then ${step.at}::timestamptz end
      where make = ${make}`);
  }
}
