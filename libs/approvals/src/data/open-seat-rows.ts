import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { SeatState } from '../core/case-state';

/** Seats under way that say the same of who has them. */
export interface SeatGroup {
  readonly state: SeatState;
  readonly post_code: string;
  /** Only where who acts depends on it. */
  readonly matter_type: string | null;
  readonly principal: string | null;
  readonly principal_kind: string | null;
  readonly handed_to: string | null;
  readonly away: string | null;
  readonly away_until: Date | null;
  readonly stand_in: string | null;
}

/** 後閲 that is owed, by post and person. */
export interface ReviewGroup {
  readonly post_code: string;
  readonly principal: string | null;
}

/** Who has the seats that are under way, without reading case by case: a town has many seats and few posts. */
@Injectable()
export class OpenSeatRows {
  constructor(private readonly uow: UnitOfWork) {}

  groups(): Promise<SeatGroup[]> {
    return this.uow.rows<SeatGroup>(sql`
      select state, post_code, null as matter_type, principal, principal_kind, handed_to, away, away_until, stand_in
      from approvals.seat where state in ('active', 'waiting')
      group by state, post_code, principal, principal_kind, handed_to, away, away_until, stand_in`);
  }

  /** The groups of these posts, told apart by matter type: for posts whose 代決者 differ by it. */
  groupsByMatter(postCodes: readonly string[]): Promise<SeatGroup[]> {
    return this.uow.rows<SeatGroup>(sql`
      select s.state, s.post_code, d.matter_type, s.principal, s.principal_kind, s.handed_to, s.away, s.away_until, s.stand_in
      from approvals.seat s join documents.document d on d.id = s.document_id
      where s.state in ('active', 'waiting') and s.post_code = any(${postCodes})
      group by s.state, s.post_code, d.matter_type, s.principal, s.principal_kind, s.handed_to, s.away, s.away_until, s.stand_in`);
  }

  reviewGroups(): Promise<ReviewGroup[]> {
    return this.uow.rows<ReviewGroup>(sql`
      select distinct s.post_code, r.principal from approvals.post_review r join approvals.seat s on s.id = r.seat_id
      where r.outcome is null and r.lapsed_at is null`);
  }

  /** Documents with a seat or 後閲 of these groups, in the order in which they are locked. */
  async documentsOf(seats: readonly SeatGroup[], reviews: readonly ReviewGroup[]): Promise<string[]> {
    const rows = await this.uow.rows<{ document_id: string }>(sql`
      select s.document_id from approvals.seat s
      join jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as g(state text, post_code text, matter_type text, principal text,
          principal_kind text, handed_to text, away text, away_until timestamptz, stand_in text)
        on s.post_code = g.post_code and s.state = g.state and s.principal is not distinct from g.principal
          and s.principal_kind is not distinct from g.principal_kind and s.handed_to is not distinct from g.handed_to
          and s.away is not distinct from g.away and s.away_until is not distinct from g.away_until and s.stand_in is not distinct from g.stand_in
      where s.state in ('active', 'waiting')
        and (g.matter_type is null or exists (select from documents.document d where d.id = s.document_id and d.matter_type = g.matter_type))
      union
      select r.document_id from approvals.post_review r join approvals.seat s on s.id = r.seat_id
      join jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb) as g(post_code text, principal text)
        on s.post_code = g.post_code and r.principal is not distinct from g.principal
      where r.outcome is null and r.lapsed_at is null
      order by 1`);
    return rows.map(({ document_id }) => document_id);
  }
}
