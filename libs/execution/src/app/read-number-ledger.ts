import { Injectable } from '@nestjs/common';
import type { StaffNo } from '@fubako/kernel';
import { type LedgerQuery, type LedgerRow, NumberLedger, shortNumber } from '@fubako/documents';
import { type OrganisationChart, OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language, Page } from '@fubako/platform/http';
import { refuse } from '../errors';
import { allPages } from './all-pages';
import { ExecutingRights } from './executing-rights';
import type { NumberLineView } from './numbers.views.dto';

const MARKS: Readonly<Record<Language, Readonly<Record<NumberLineView['state'], string>>>> = {
  ja: { void: '(欠番)', reserved: '(予約)', issued: '' },
  en: { void: ' (void)', reserved: ' (reserved)', issued: '' },
};

/** 発番簿 and the register of void numbers (欠番), for the section and for the records office. */
@Injectable()
export class ReadNumberLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: NumberLedger,
    private readonly charts: OrganisationCharts,
    private readonly rights: ExecutingRights,
  ) {}

  /** @throws DomainError execution.not-your-series, request.bad-cursor */
  run(query: LedgerQuery, actor: Actor, language: Language = 'ja'): Promise<Page<NumberLineView>> {
    return this.uow.read(async () => {
      const seen = await this.rights.symbols(actor);
      if (seen !== null && !seen.includes(query.symbol)) throw refuse('execution.not-your-series', {});
      return this.named(await this.ledger.list(query, actor), language);
    });
  }

  /** @throws DomainError request.bad-cursor */
  voids(
    query: { cursor?: string; limit: number },
    actor: Actor,
    language: Language = 'ja',
  ): Promise<Page<NumberLineView>> {
    return this.uow.read(async () =>
      this.named(await this.ledger.voids({ ...query, symbols: await this.rights.symbols(actor) }, actor), language),
    );
  }

  /** The whole series of a year for printing. */
  all(query: Omit<LedgerQuery, 'cursor' | 'limit'>, actor: Actor): Promise<NumberLineView[]> {
    return this.uow.read(() => allPages((page) => this.run({ ...query, ...page }, actor)));
  }

  /** 欠番簿 as a whole. */
  allVoids(actor: Actor): Promise<NumberLineView[]> {
    return this.uow.read(() => allPages((page) => this.voids(page, actor)));
  }

  private async named({ items, nextCursor }: Page<LedgerRow>, language: Language): Promise<Page<NumberLineView>> {
    const chart = await this.charts.today();
    return { items: items.map((row) => lineOf(row, chart, language)), nextCursor };
  }
}

function lineOf(row: LedgerRow, chart: OrganisationChart, language: Language): NumberLineView {
  const nameOf = (staffNo: string | null) => staffNo && (chart.person(staffNo as StaffNo)?.name ?? staffNo);
  const state = row.voidedAt ? 'void' : row.issuedAt ? 'issued' : 'reserved';
  return {
    seriesCode: row.seriesCode,
    symbol: row.symbol,
    year: row.year,
    serial: row.serial,
    branch: row.branch,
    text: row.text,
    documentId: row.documentId,
    title: row.title,
    addressee: row.addressee,
    voidReason: row.voidReason,
    reserveReason: row.reserveReason,
    short: `${shortNumber(row)}${MARKS[language][state]}`,
    state,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    issuedByName: nameOf(row.issuedBy),
    voidedAt: row.voidedAt?.toISOString() ?? null,
    voidedByName: nameOf(row.voidedBy),
  };
}
