import { Injectable } from '@nestjs/common';
import { type FiscalYear, type LocalDate, type UnitCode, formatFiscalYear } from '@fubako/kernel';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Language } from '@fubako/platform/http';
import type { PlanClass, PlanColumn } from '../../core/plan/filing-plan';
import { type NamedTerms, type PlanTerms, yearsInFact } from '../../core/plan/terms-of-plan';
import { PlanClassRows } from '../../data/plan/plan-class-rows';

type Words = Readonly<Record<string, readonly [ja: string, en: string]>>;

const BASES: Words = {
  closed: ['完結の日から', 'from closing'],
  created: ['作成の日から', 'from making'],
  file_earliest: ['簿冊の最初の文書から', 'from the first document of the file'],
  file_latest: ['簿冊の最後の文書から', 'from the last document of the file'],
  event: ['特定日から', 'from an event'],
};
const DISPOSITIONS: Words = {
  destroy: ['廃棄', 'destroy'],
  transfer: ['移管', 'transfer'],
  appraise: ['評価選別', 'appraise'],
  review: ['見直し', 'review'],
};
const DISCLOSURES: Words = {
  open: ['公開', 'open'],
  partial: ['一部公開', 'in part'],
  closed: ['非公開', 'closed'],
};
const COMMON: readonly [string, string] = ['共通', 'common'];

const said = (words: Words, key: string | null, language: Language): string =>
  key === null ? '' : (words[key]?.[language === 'ja' ? 0 : 1] ?? key);

/** The words of a plan on one day: names of sections and functions, periods, and what a column says. */
export class PlanVocabulary {
  constructor(
    private readonly chart: OrganisationChart,
    private readonly terms: ReadonlyMap<string, NamedTerms>,
    readonly language: Language,
  ) {}

  section(code: string | null): string {
    if (code === null) return COMMON[this.language === 'ja' ? 0 : 1];
    return this.chart.unit(code as UnitCode)?.name ?? code;
  }

  function(code: string | null): string {
    return code === null ? '' : (this.chart.function(code)?.name ?? code);
  }

  /** `5年(完結の日から)` */
  retention(code: string | null): string {
    const known = code === null ? undefined : this.terms.get(code);
    return known ? this.named(known) : (code ?? '');
  }

  /** With the law where that is longer. */
  period(terms: PlanTerms): string {
    const own = this.named(terms);
    const { floor } = terms;
    if (!floor || yearsInFact(terms) === terms.years || terms.years === null) return own;
    return this.language === 'ja' ? `${floor.years}年(${floor.law})` : `${floor.years} years (${floor.law})`;
  }

  disposition(code: string | null): string {
    return said(DISPOSITIONS, code, this.language);
  }

  disclosure(code: string | null): string {
    return said(DISCLOSURES, code, this.language);
  }

  /** What the column says of the class; empty: nothing. */
  cell(one: Partial<PlanClass>, column: PlanColumn): string {
    const value = one[column] ?? null;
    if (column === 'sectionCode') return this.section(one.sectionCode ?? null);
    if (value === null) return '';
    if (typeof value === 'boolean') return value ? '○' : '－';
    if (typeof value === 'number') return column === 'lastYear' ? this.year(value) : String(value);
    const words: Partial<Record<PlanColumn, (code: string) => string>> = {
      functionCode: (code) => this.function(code),
      retentionClass: (code) => this.retention(code),
      disposition: (code) => this.disposition(code),
      disclosureClass: (code) => this.disclosure(code),
    };
    return words[column]?.(value) ?? value;
  }

  private named({ label, basis }: Pick<NamedTerms, 'label' | 'basis'>): string {
    const from = said(BASES, basis, this.language);
    return this.language === 'ja' ? `${label}(${from})` : `${label} (${from})`;
  }

  private year(value: number): string {
    return this.language === 'ja' ? formatFiscalYear(value as FiscalYear) : `FY${value}`;
  }
}

@Injectable()
export class PlanNames {
  constructor(
    private readonly charts: OrganisationCharts,
    private readonly rows: PlanClassRows,
  ) {}

  /** Call inside a unit of work. */
  async on(day: LocalDate, language: Language): Promise<PlanVocabulary> {
    return new PlanVocabulary(await this.charts.on(day), await this.rows.retention(), language);
  }
}
