import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type ChangedRules, only, settledTerms, touchedBy } from '../../core/keeping/rule-change';
import { endsEarlier } from '../../core/keeping/rule-days';
import type { RetentionTerms } from '../../core/retention';
import { ReckoningRows } from '../../data/keeping/reckoning-rows';
import { RuleFileRows } from '../../data/keeping/rule-file-rows';
import { type FileCounts, type Lot, type LotTerms, RuleCountRows } from '../../data/rules/rule-count-rows';
import { onTheTable, underRules } from './file-under-rules';
import { Reckonings } from './reckoning';
import { type FileEffect, type RuleCounts, countsOf, effectOn } from './rule-effects';

/**
 * FIL-7 What rules would do to the files that are there if all of them were retroactive and might shorten. The files are counted by
 * the database and named page by page; the core reckons each different day once, however many files have it. Inside the caller's unit.
 */
@Injectable()
export class RuleOutlook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: RuleFileRows,
    private readonly records: ReckoningRows,
    private readonly reckonings: Reckonings,
    private readonly rows: RuleCountRows,
  ) {}

  /** @returns what each rule concerns; what concerns nothing is missing */
  async counts(rules: ChangedRules): Promise<ReadonlyMap<string, RuleCounts>> {
    const today = localDateAt(await this.uow.now());
    const lots = await this.rows.lots(rules);
    const terms = numbered(lots, rules);
    const days = await this.rows.days(rules, terms.ofLots);
    const shorter = days.filter((one) => {
      const would = terms.all[one.terms];
      return would !== undefined && endsEarlier(one, would, today);
    });
    const marked = shorter.map(({ mark }) => mark);
    return byRule(lots, await this.rows.counts(rules, terms.ofLots, { marked, today }), rules);
  }

  /** The next files that one of the rules concerns, in the order in which they were opened. */
  async page(
    rules: ChangedRules,
    code: string,
    place: { readonly after: string | null; readonly limit: number },
  ): Promise<FileEffect[]> {
    const today = localDateAt(await this.uow.now());
    const files = await this.files.page(only(rules, code), place);
    const tables = onTheTable(files, await this.records.ofFiles(files.map(({ id }) => id)));
    const ways = { reckonings: this.reckonings, mayShorten: true, today };
    return tables.map((one) =>
      effectOn(
        underRules(
          one,
          settledTerms(one.file, rules, () => true),
          ways,
        ),
      ),
    );
  }
}

/** The different terms by which the lots would be kept, and which of them each lot would. */
function numbered(lots: readonly Lot[], rules: ChangedRules) {
  const all: RetentionTerms[] = [];
  const numbers = new Map<string, number>();
  const ofLots = lots.map((one): LotTerms => {
    const { terms } = settledTerms(one, rules, () => true);
    const spelled = JSON.stringify(terms);
    const number = numbers.get(spelled) ?? all.push(terms) - 1;
    numbers.set(spelled, number);
    return { lot: one.lot, terms: number, basis: terms.basis };
  });
  return { all, ofLots };
}

function byRule(lots: readonly Lot[], counts: readonly FileCounts[], rules: ChangedRules) {
  const codesOf = new Map(lots.map((one) => [one.lot, touchedBy(one, rules)]));
  const codes = new Set([...codesOf.values()].flat());
  const under = (code: string) => counts.filter(({ lot }) => codesOf.get(lot)?.includes(code));
  return new Map([...codes].map((code) => [code, countsOf(under(code))]));
}
