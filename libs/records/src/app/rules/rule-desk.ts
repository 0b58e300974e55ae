import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { ChangedRules, ClassTerms } from '../../core/keeping/rule-change';
import type { RetentionBasis } from '../../core/retention';
import { termsFaults } from '../../core/keeping/terms-faults';
import { type RetentionRuleRow, RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { KeepingRights } from '../keeping/keeping-rights';
import { assertLawful } from './lawful-terms';

/** What one rule is to say from now on: a retention class other terms, or a class of the plan another retention class. */
export type RuleWish =
  | { readonly code: string; readonly label: string; readonly years: number | null; readonly basis: RetentionBasis }
  | { readonly code: string; readonly retentionClass: string };

/** The rules as they are, and what wishes would make of them; for the records office alone. */
@Injectable()
export class RuleDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RuleRows,
    private readonly rights: KeepingRights,
  ) {}

  /** @throws DomainError records.not-yours-to-keep */
  assertOffice(actor: Actor): void {
    if (!this.rights.isOffice(actor)) throw refuse('records.not-yours-to-keep', {});
  }

  /** Call inside a unit of work. @throws DomainError records.not-yours-to-keep, records.unknown-class, records.bad-terms, records.no-rule-change */
  async changed(wish: RuleWish, actor: Actor): Promise<ChangedRules> {
    this.assertOffice(actor);
    const known = await this.rows.retentionClasses();
    return 'retentionClass' in wish ? this.classChange(wish, known) : termsChange(wish, known);
  }

  private async classChange(
    { code, retentionClass: to }: { code: string; retentionClass: string },
    known: readonly RetentionRuleRow[],
  ): Promise<ChangedRules> {
    const [held] = await this.rows.classes([code]);
    if (!held) throw refuse('records.unknown-class', { code });
    const target = known.find((row) => row.code === to);
    if (!target) throw refuse('records.unknown-class', { code: to });
    const { validFrom } = target;
    if (validFrom !== null && validFrom > localDateAt(await this.uow.now()))
      throw refuse('records.retention-class-to-come', { code: to, validFrom });
    if (held.retentionClass === to) throw refuse('records.no-rule-change', { code });
    const change = { code, from: held.retentionClass, to, floor: null, floorChanges: false };
    return { terms: new Map(), classes: new Map([[code, change]]), now: termsOf(known) };
  }
}

function termsChange(
  { code, label, years, basis }: Extract<RuleWish, { label: string }>,
  known: readonly RetentionRuleRow[],
): ChangedRules {
  const before = known.find((row) => row.code === code);
  if (!before) throw refuse('records.unknown-class', { code });
  const after: ClassTerms = { label, years, basis };
  const [fault] = termsFaults({ ...after, disposition: before.disposition });
  if (fault) throw refuse('records.bad-terms', { fault });
  assertLawful({ years, ...lawOf(before) });
  if (before.years === years && before.basis === basis) throw refuse('records.no-rule-change', { code });
  const now = termsOf(known.map((row) => (row.code === code ? { ...row, ...after } : row)));
  return { terms: new Map([[code, { code, before: termOf(before), after }]]), classes: new Map(), now };
}

const lawOf = ({ statutoryYears, statutoryLaw }: RetentionRuleRow) => ({ statutoryYears, statutoryLaw });
const termOf = ({ label, years, basis }: RetentionRuleRow): ClassTerms => ({ label, years, basis });
const termsOf = (rows: readonly RetentionRuleRow[]): ReadonlyMap<string, ClassTerms> =>
  new Map(rows.map((row) => [row.code, termOf(row)]));
