import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { secretOn } from '@fubako/documents';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { ReminderKind } from '../core/reminders';
import type { StepKind } from '../core/route-plan';

/** An open seat that may be due, with what a reminder says of it. */
export interface DueSeat {
  readonly id: string;
  readonly attempt: number;
  readonly documentId: string;
  readonly title: string;
  /** On the day that is asked about. */
  readonly secret: boolean;
  readonly drafter: string;
  readonly kind: StepKind;
  readonly postTitle: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly rank: number;
  readonly principal: string;
  readonly principalName: string | null;
  readonly dueOn: LocalDate | null;
  readonly heldUntil: LocalDate | null;
}

export interface ReminderKey {
  readonly seatId: string;
  readonly attempt: number;
  readonly kind: ReminderKind;
  readonly day: LocalDate;
}

const SECRECY = { confidentiality: sql`d.confidentiality`, confidentialUntil: sql`d.confidential_until` };

/** 督促 that was given. */
@Injectable()
export class ReminderRows {
  constructor(private readonly uow: UnitOfWork) {}

  /** Seats with a holder that are due today or earlier, or held until then, after the one with id `after`. */
  due(today: LocalDate, after: string | null, limit: number): Promise<DueSeat[]> {
    return this.uow.rows<DueSeat>(sql`
      select s.id, s.attempt, s.document_id as "documentId", d.title, ${secretOn(SECRECY, today)} as secret, d.drafter_staff_no as drafter, p.kind,
        s.post_title as "postTitle", s.unit_code as "unitCode", s.unit_name as "unitName", s.rank, s.principal,
        s.principal_name as "principalName", s.due_on as "dueOn", s.held_until as "heldUntil"
      from approvals.seat s
        join approvals.step p on p.document_id = s.document_id and p.round = s.round and p.no = s.step_no
        join documents.document d on d.id = s.document_id
      where s.state = 'active' and s.principal is not null and least(s.due_on, s.held_until) <= ${today}
        and (${after}::uuid is null or s.id > ${after}::uuid)
      order by s.id limit ${limit}`);
  }

  /** @returns those that were not given before: of two workers only one gets each */
  async claim(keys: readonly ReminderKey[], at: Date): Promise<ReminderKey[]> {
    if (keys.length === 0) return [];
    return this.uow.rows<ReminderKey>(sql`
      insert into approvals.reminder (seat_id, attempt, kind, day, sent_at)
      select k."seatId", k.attempt, k.kind, k.day, ${at}
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("seatId" uuid, attempt int, kind text, day date)
      order by 1, 2, 3, 4
      on conflict do nothing returning seat_id as "seatId", attempt, kind, day`);
  }
}
