import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { DispatchSeries } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { refuse } from '../errors';
import { ProposalMatter } from './proposal-matter';

/** 事案の種類: one of its own, or 例規の制定改廃 as 訓令. */
const MATTER_TYPES = ['delegation_rule', 'regulation'] as const;
/** Kinds of series in which no 訓令 counts (RULE-72). */
const OF_OTHER_INSTRUMENTS: readonly string[] = ['ordinance', 'rule'];

interface TableWords {
  readonly subject: string;
  readonly body: string;
  readonly effectiveOn: LocalDate;
}

/** The draft of a decision on a delegation table (RULES-4): what the form of the municipality has, numbered as 訓令. */
@Injectable()
export class TableMatter {
  constructor(
    private readonly matter: ProposalMatter,
    private readonly series: DispatchSeries,
  ) {}

  /** @throws DomainError approvals.table-without-series, and what drafting refuses */
  async draft(actor: Actor, words: TableWords): Promise<{ documentId: string; version: number }> {
    const fitted = await this.matter.fit(MATTER_TYPES, { ...words, kind: '訓令' });
    const series = await this.series.wouldBe(fitted.matterType, fitted.fields);
    if (series && OF_OTHER_INSTRUMENTS.includes(series.kind))
      throw refuse('approvals.table-without-series', { series: series.code });
    return this.matter.draft(actor, fitted);
  }
}
