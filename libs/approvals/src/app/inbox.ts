import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { type InboxRow, InboxRows, type InboxView, inboxKey } from '../data/inbox-rows';
import type { InboxCounts, InboxItem } from './inbox.views.dto';

const SORT_COLUMNS = ['integer', 'integer', 'day', 'instant', 'uuid'] as const;

/** 受信箱: what waits for a person, with counts per view. */
@Injectable()
export class Inbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: InboxRows,
  ) {}

  page(actor: Actor, query: { view: InboxView; cursor?: string; limit: number }): Promise<Page<InboxItem>> {
    const after = decodeCursor(query.cursor, SORT_COLUMNS);
    return this.uow.read(async () => {
      const today = localDateAt(await this.uow.now());
      const rows = await this.rows.page({ staffNo: actor.staffNo, today, view: query.view, after, limit: query.limit });
      return pageOf(rows, query.limit, { map: itemOf, keyOf: inboxKey });
    });
  }

  counts(actor: Actor): Promise<InboxCounts> {
    return this.uow.read(async () => this.rows.counts(actor.staffNo, localDateAt(await this.uow.now())));
  }
}

function itemOf({ objections: _, ...row }: InboxRow): InboxItem {
  return { ...row, openedAt: row.openedAt.toISOString() };
}
