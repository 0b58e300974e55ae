import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import { CreateDraft, DispatchSeries, DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { refuse } from '../errors';

/** 事案の種類, the first that the municipality has: one of its own, or 例規の制定改廃 as 訓令. */
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
    private readonly reading: DocumentReading,
    private readonly series: DispatchSeries,
    private readonly create: CreateDraft,
  ) {}

  /** @throws DomainError approvals.table-without-series, and what drafting refuses */
  async draft(actor: Actor, words: TableWords): Promise<{ documentId: string; version: number }> {
    const { matterType, fields } = await this.fit(words);
    const series = await this.series.wouldBe(matterType, fields);
    if (series && OF_OTHER_INSTRUMENTS.includes(series.kind))
      throw refuse('approvals.table-without-series', { series: series.code });
    const documentId = await this.create.run({ actor, matterType, fields });
    const [card] = await this.reading.cards([documentId]);
    return { documentId, version: card?.version ?? 1 };
  }

  /** The fields that the form of the municipality has. */
  private async fit(words: TableWords) {
    for (const matterType of MATTER_TYPES) {
      const form = await this.reading.formInForce(matterType);
      if (!form) continue;
      const known = Object.entries({ ...words, kind: '訓令' }).filter(([name]) => form.properties[name] !== undefined);
      return { matterType, fields: Object.fromEntries(known) };
    }
    return { matterType: MATTER_TYPES[0], fields: { ...words } };
  }
}
