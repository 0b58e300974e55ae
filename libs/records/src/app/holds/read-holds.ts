import { Injectable } from '@nestjs/common';
import { DocumentReading } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { type Page, decodeCursor, pageOf } from '@fubako/platform/http';
import type { HoldGround } from '../../core/hold';
import { groundWords } from '../../core/hold-words';
import type { Language } from '../../core/retention-words';
import { type HoldListRow, HoldListRows, type HoldState } from '../../data/holds/hold-list-rows';
import { refuse } from '../../errors';
import { readableFiles } from '../record-file-policy';
import { HoldHistory } from './hold-history';
import { HoldRights } from './hold-rights';
import type { HoldDetail, HoldView } from './holds.views.dto';

export interface HoldsQuery {
  readonly state: HoldState;
  readonly ground?: HoldGround;
  readonly words?: string;
  readonly cursor?: string;
  readonly limit: number;
}

const MOST_TARGETS = 1000;

/** 廃棄保留 on files that the reader may see, newest first. */
@Injectable()
export class ReadHolds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: HoldListRows,
    private readonly rights: HoldRights,
    private readonly documents: DocumentReading,
    private readonly history: HoldHistory,
  ) {}

  /** @throws DomainError request.bad-cursor */
  list(query: HoldsQuery, actor: Actor, language: Language): Promise<Page<HoldView>> {
    const after = decodeCursor(query.cursor, ['instant', 'uuid']);
    const { state, ground, words } = query;
    const filter = {
      state,
      today: actor.on,
      visible: visibleTo(actor),
      id: null,
      ...(ground === undefined ? {} : { ground }),
      ...(words === undefined ? {} : { words }),
    };
    return this.uow.read(async () =>
      pageOf(await this.rows.list(filter, after, query.limit + 1), query.limit, {
        map: (row) => this.viewOf(row, actor, language),
        keyOf: (row) => [row.placedAt.toISOString(), row.id],
      }),
    );
  }

  /** @throws DomainError records.hold-not-found */
  one(id: string, actor: Actor, language: Language): Promise<HoldDetail> {
    return this.uow.read(async () => {
      const filter = { state: 'in_force' as const, today: actor.on, visible: visibleTo(actor), id };
      const [row] = await this.rows.list(filter, null, 1);
      if (!row) throw refuse('records.hold-not-found', { holdId: id });
      const targets = await this.rows.targets(id, visibleTo(actor), MOST_TARGETS);
      const ids = targets.flatMap(({ documentId }) => documentId ?? []);
      const titles = await this.documents.readableTitles(ids, actor);
      const named = targets.map((target) => ({ ...target, title: titles.get(target.documentId ?? '') ?? null }));
      return {
        ...this.viewOf(row, actor, language),
        targets: named,
        history: await this.history.of(id, actor.on),
      };
    });
  }

  private viewOf({ placedAt, releasedAt, ...row }: HoldListRow, actor: Actor, language: Language): HoldView {
    return {
      ...row,
      groundLabel: groundWords(row.ground, language),
      placedAt: placedAt.toISOString(),
      releasedAt: releasedAt?.toISOString() ?? null,
      inForce: releasedAt === null && (row.endsOn === null || row.endsOn >= actor.on),
      allowed: releasedAt === null && this.rights.isOffice(actor) ? actsOn(row) : [],
    };
  }
}

const visibleTo = (actor: Actor) => readableFiles(actor, sql`f.section_code`);

function actsOn({ isConfirmed }: Pick<HoldListRow, 'isConfirmed'>): string[] {
  return [...(isConfirmed ? [] : ['confirm']), 'change', 'decide', 'widen', 'release'];
}
