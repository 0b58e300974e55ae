import { Injectable } from '@nestjs/common';
import { UnitOfWork, sql } from '@fubako/platform/database';
import type { LocalDate } from '@fubako/kernel';
import type { RetentionBasis } from '../../core/retention';

/** 保存期間の区分 as a rule that may be changed. */
export interface RetentionRuleRow {
  readonly code: string;
  readonly label: string;
  readonly years: number | null;
  readonly basis: RetentionBasis;
  readonly disposition: string;
  /** First day on which something may be kept by it; null: since ever. */
  readonly validFrom: LocalDate | null;
  /** What a law demands at least (RULE-84). */
  readonly statutoryYears: number | null;
  readonly statutoryLaw: string | null;
}

/** 小分類 with the retention class by which its files are kept. */
export interface ClassRuleRow {
  readonly code: string;
  readonly name: string;
  readonly retentionClass: string;
}

/** Rules of keeping as they stand, locked by whoever changes them. Every call is part of the caller's unit of work. */
@Injectable()
export class RuleRows {
  constructor(private readonly uow: UnitOfWork) {}

  retentionClasses(): Promise<RetentionRuleRow[]> {
    return this.uow.rows<RetentionRuleRow>(
      sql`select code, label, years, basis, disposition, valid_from as "validFrom", statutory_years as "statutoryYears",
        statutory_law as "statutoryLaw" from records.retention_class order by code`,
    );
  }

  classes(codes: readonly string[]): Promise<ClassRuleRow[]> {
    return this.uow.rows<ClassRuleRow>(sql`
      select code, name, retention_class as "retentionClass" from records.filing_class
      where level = 3 and code = any(${codes}) order by code`);
  }

  /** One change of rules at a time: an import waits as well, for it writes these rows. */
  async lock(): Promise<void> {
    await this.uow.rows(sql`select from records.retention_class order by code for no key update`);
  }

  /** @returns whether it is new */
  async add(row: RetentionRuleRow): Promise<boolean> {
    const { code, label, years, basis, disposition, validFrom, statutoryYears, statutoryLaw } = row;
    const added = await this.uow.change(sql`
      insert into records.retention_class (code, label, years, basis, disposition, valid_from, statutory_years, statutory_law)
      values (${code}, ${label}, ${years}, ${basis}, ${disposition}, ${validFrom}, ${statutoryYears}, ${statutoryLaw})
      on conflict (code) do nothing`);
    return added === 1;
  }

  async setTerms({
    code,
    label,
    years,
    basis,
  }: Pick<RetentionRuleRow, 'code' | 'label' | 'years' | 'basis'>): Promise<void> {
    await this.uow.change(
      sql`update records.retention_class set label = ${label}, years = ${years}, basis = ${basis} where code = ${code}`,
    );
  }

  async setClass(code: string, retentionClass: string): Promise<void> {
    await this.uow.change(
      sql`update records.filing_class set retention_class = ${retentionClass} where code = ${code}`,
    );
  }
}
