import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { InboxFilter } from '../data/inbox-filter';
import { INBOX_ORDERS, type InboxSort } from '../data/inbox-orders';
import { InboxRows, type InboxView } from '../data/inbox-rows';
import type { InboxRow } from '../data/inbox.row';
import type { InboxCounts, InboxItem } from './inbox.views.dto';

/** A view of the inbox with what narrows it down. */
export interface InboxConditions {
  readonly view: InboxView;
  readonly filter: InboxFilter;
}

export interface InboxPageRequest extends InboxFilter {
  readonly view: InboxView;
  readonly sort?: InboxSort;
  readonly cursor?: string;
  readonly limit: number;
}

/** 受信箱: what waits for a person, with counts per view. */
@Injectable()
export class Inbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: InboxRows,
  ) {}

  /** @throws DomainError request.bad-cursor */
  page(actor: Actor, { view, sort = 'default', cursor, limit, ...filter }: InboxPageRequest): Promise<Page<InboxItem>> {
    const order = INBOX_ORDERS[sort];
    const after = decodeCursor(cursor, order.columns);
    return this.uow.glance(async () => {
      const rows = await this.rows.page({ ...whose(actor), view, filter, sort, after, limit });
      return pageOf(rows, limit, { map: itemOf, keyOf: order.key });
    });
  }

  /** Sections by which the inbox can be narrowed down. */
  sections(actor: Actor): Promise<{ code: string; name: string }[]> {
    return this.uow.glance(() => this.rows.sections(actor.staffNo));
  }

  counts(actor: Actor): Promise<InboxCounts> {
    return this.uow.glance(() => {
      this.uow.keepPlans();
      return this.rows.counts(actor.staffNo, actor.on);
    });
  }

  /** How many rows each of these has for the person. */
  countsOf(actor: Actor, views: readonly InboxConditions[]): Promise<number[]> {
    return this.uow.glance(() => this.rows.countsOf(whose(actor), views));
  }
}

/** The day is that of the rights with which the person asks. */
const whose = ({ staffNo, on }: Actor) => ({ staffNo, today: on });

/** What was secret until a day is not called so any more. */
function itemOf({ objections: _, secret, ...row }: InboxRow): InboxItem {
  return { ...row, confidentiality: secret ? row.confidentiality : 'none', openedAt: row.openedAt.toISOString() };
}
