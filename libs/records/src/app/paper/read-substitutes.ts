import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { type Sql, UnitOfWork, sql } from '@fubako/platform/database';
import { paperMayGoFrom } from '../../core/paper/substitute';
import { type SubstituteRow, SubstituteRows } from '../../data/paper/substitute-rows';
import { readableFiles } from '../record-file-policy';
import type { SubstituteView } from './paper.views.dto';
import { SubstitutePaper, stepsOf } from './substitute-paper';

const LIST_LIMIT = 500;

/** 代替の登録簿 */
@Injectable()
export class ReadSubstitutes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SubstituteRows,
    private readonly substitutes: SubstitutePaper,
  ) {}

  /** Of the files that the reader sees, latest first. */
  run(actor: Actor): Promise<SubstituteView[]> {
    return this.uow.read(() => this.of(readableFiles(actor, sql`f.section_code`), actor));
  }

  /** Call inside a unit of work. */
  async of(condition: Sql, actor: Actor): Promise<SubstituteView[]> {
    const views: SubstituteView[] = [];
    for (const row of await this.rows.list(condition, LIST_LIMIT))
      views.push({ ...viewOf(row), allowed: await this.substitutes.actsOf(row, actor) });
    return views;
  }
}

function viewOf(row: SubstituteRow): Omit<SubstituteView, 'allowed'> {
  const { id, paperRecordId, paperTitle, fileId, fileTitle, fileName, pages, scannedByName, checkedByName } = row;
  const { approvedByName, refusal, destructionDecidedByName, destroyedOn, destroyedByName, method } = row;
  return {
    id,
    paperRecordId,
    paperTitle,
    fileId,
    fileTitle,
    fileName,
    pages,
    scannedByName,
    checkedByName,
    approvedByName,
    refusal,
    destructionDecidedByName,
    destroyedOn,
    destroyedByName,
    method,
    scannedAt: row.scannedAt.toISOString(),
    state: stateOf(row),
    paperMayGoFrom: paperMayGoFrom(row, stepsOf(row).approvedOn),
  };
}

function stateOf(row: SubstituteRow): SubstituteView['state'] {
  if (row.refusedAt) return 'refused';
  if (row.destroyedBy) return 'destroyed';
  if (row.destructionDecidedBy) return 'to_destroy';
  if (row.approvedBy) return 'approved';
  return row.checkedBy ? 'checked' : 'scanned';
}
