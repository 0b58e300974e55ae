import { Injectable } from '@nestjs/common';
import { DocumentReading, ListUnexecuted } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Page } from '@fubako/platform/http';
import { judge } from '../core/judge';
import { ExecutionDesk } from './execution-desk';
import type { PendingExecutionView } from './execution.views.dto';
import { nextAct } from './execution-views';

export interface PendingQuery {
  /** `section`: of my sections; `all`: everything that I may see; `seal`: what waits for the seal. */
  readonly scope: 'section' | 'all' | 'seal';
  readonly cursor?: string;
  readonly limit: number;
}

/** 決裁済未施行: what is decided and has not gone out, with its next step, for sections, records office and seal keeper. */
@Injectable()
export class ListPending {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly unexecuted: ListUnexecuted,
    private readonly documents: DocumentReading,
    private readonly desk: ExecutionDesk,
  ) {}

  /** @throws DomainError request.bad-cursor */
  run({ scope, ...query }: PendingQuery, actor: Actor): Promise<Page<PendingExecutionView>> {
    return this.uow.read(async () => {
      const page = await this.unexecuted.run({ ...query, ownSections: scope === 'section' }, actor);
      const desks = await this.desk.lookAll(await this.documents.cards(page.items.map(({ id }) => id)), actor);
      const items = page.items.flatMap((item): PendingExecutionView[] => {
        const desk = desks.get(item.id);
        if (!desk) return [];
        const next = nextAct(desk.state);
        const { id: documentId, title, dispatchNumber, sectionName, drafterName, urgent, dueOn } = item;
        const about = { documentId, title, dispatchNumber, sectionName, drafterName, urgent, dueOn, next };
        return [
          {
            ...about,
            decidedAt: item.decidedAt.toISOString(),
            remaining: desk.state.copy ? desk.state.remaining.length : null,
            mine: judge(desk.state, next, desk.who) === null,
          },
        ];
      });
      return {
        items: scope === 'seal' ? items.filter(({ next }) => next === 'seal') : items,
        nextCursor: page.nextCursor,
      };
    });
  }
}
