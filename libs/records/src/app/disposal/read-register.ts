import { Injectable } from '@nestjs/common';
import { type FiscalYear, formatFiscalYear, localDateAt } from '@fubako/kernel';
import { type Actor, hasRole } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { methodOf } from '../../core/disposal/methods';
import { refuse } from '../../disposal-errors';
import { type EntryRow, EntryRows } from '../../data/disposal/entry-rows';
import type { RegisterLine } from './disposal.views.dto';

export interface RegisterQuery {
  readonly kind: EntryRow['kind'];
  readonly fiscalYear: number;
}

/** 廃棄簿 and 移管簿 of a year. */
@Injectable()
export class ReadRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: EntryRows,
  ) {}

  /** @throws DomainError records.not-your-register */
  ofYear({ kind, fiscalYear }: RegisterQuery, actor: Actor): Promise<RegisterLine[]> {
    const keeps = hasRole(actor, 'records_officer') || hasRole(actor, 'archivist') || hasRole(actor, 'auditor');
    if (!keeps) throw refuse('records.not-your-register', {});
    return this.uow.read(async () => (await this.rows.ofYear(kind, fiscalYear)).map(lineOf));
  }
}

function lineOf(entry: EntryRow): RegisterLine {
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    className: entry.className,
    sectionName: entry.sectionName,
    fiscalYearLabel: formatFiscalYear(entry.fiscalYear as FiscalYear),
    volume: entry.volume,
    retentionLabel: entry.retentionLabel,
    expiresOn: entry.expiresOn,
    documentCount: entry.documentCount,
    decisionNumber: entry.decisionNumber,
    decidedByName: entry.decidedByName,
    decidedOn: localDateAt(entry.decidedAt),
    executedName: entry.executedName,
    executedOn: localDateAt(entry.executedAt),
    method: methodOf(entry),
  };
}
