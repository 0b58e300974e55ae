import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { NoticeRows } from '../data/notice-rows';

/** 既読: only one's own notices; the first reading counts. */
@Injectable()
export class MarkNoticesRead {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: NoticeRows,
  ) {}

  run(actor: Actor, ids: readonly string[] | 'all'): Promise<void> {
    return this.uow.run(() => this.rows.markRead(actor.staffNo, ids === 'all' ? null : ids));
  }
}
