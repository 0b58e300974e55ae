import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import { refuse } from '../errors';
import type { OnlineApplicationView } from './online-applications.view.dto';
import { LIST_COLUMNS } from './receipt-list-sql';
import { type ReceiptListRow, listItem } from './receipt-list-views';

interface ApplicationRow extends ReceiptListRow {
  readonly portal: string;
  readonly application_number: string;
}

export interface ApplicationsQuery {
  readonly cursor?: string;
  readonly limit: number;
}

/** 処理状況: where online applications stand, so that the portal can be told (RULE-05). */
@Injectable()
export class ListOnlineApplications {
  constructor(private readonly uow: UnitOfWork) {}

  /** What changed last stands last: the cursor of the last page goes on with what changes next. @throws DomainError intake.not-an-intake-system */
  run({ cursor, limit }: ApplicationsQuery, actor: Actor): Promise<Page<OnlineApplicationView>> {
    return this.uow.read(async () => {
      const after = decodeCursor(cursor, ['instant', 'uuid']);
      const later = after ? sql`(${CHANGED}, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`;
      const rows = await this.rows(sql`(${ownOf(actor)}) and ${later} order by ${CHANGED}, r.id limit ${limit + 1}`);
      const today = localDateAt(await this.uow.now());
      return pageOf(rows, limit, {
        map: (row) => viewOf(row, today),
        keyOf: (row) => [row.updated_at.toISOString(), row.id],
      });
    });
  }

  /** @throws DomainError intake.not-an-intake-system, intake.no-application */
  one(portal: string, applicationNumber: string, actor: Actor): Promise<OnlineApplicationView> {
    return this.uow.read(async () => {
      const mine = ownOf(actor);
      const asked = [portal, applicationNumber].every((text) => !text.includes('\0'));
      if (!asked) throw refuse('intake.no-application', { number: '' });
      const [row] = await this.rows(
        sql`(${mine}) and o.portal = ${portal} and o.application_number = ${applicationNumber}`,
      );
      if (!row) throw refuse('intake.no-application', { number: applicationNumber });
      return viewOf(row, localDateAt(await this.uow.now()));
    });
  }

  private rows(condition: Sql): Promise<ApplicationRow[]> {
    return this.uow.rows<ApplicationRow>(sql`
      select ${LIST_COLUMNS}, o.portal, o.application_number
      from intake.online_application o join intake.receipt r on r.id = o.receipt_id join intake.receipt_kind k on k.code = r.kind
      where ${condition}`);
  }
}

/** Times leave the house in milliseconds. */
const CHANGED = sql`date_trunc('milliseconds', r.updated_at)`;

/** A system of the whole municipality sees all, another what it handed in. */
function ownOf(actor: Actor): Sql {
  if (!actor.roles.some(({ role }) => role === 'intake_system')) throw refuse('intake.not-an-intake-system', {});
  return hasRole(actor, 'intake_system') ? sql`true` : sql`o.handed_in_by = ${actor.staffNo}`;
}

function viewOf(row: ApplicationRow, today: Parameters<typeof listItem>[1]): OnlineApplicationView {
  const { id, receiptNumber, state, arrivalAt, receivedAt, acceptedAt, section } = listItem(row, today);
  return {
    portal: row.portal,
    applicationNumber: row.application_number,
    receiptId: id,
    receiptNumber,
    section,
    state,
    arrivalAt,
    receivedAt,
    acceptedAt,
    repliedAt: row.replied_at?.toISOString() ?? null,
    changedAt: row.updated_at.toISOString(),
  };
}
