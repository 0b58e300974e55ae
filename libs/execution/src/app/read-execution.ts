import { Injectable } from '@nestjs/common';
import { BranchNumbers, NumberRows } from '@fubako/documents';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { ExecutionDesk } from './execution-desk';
import type { ExecutionView } from './execution.views.dto';
import { actViews, copyView, entryViews, numberView } from './execution-views';
import { mayNote } from './note-follow-up';
import { registerScope } from './read-registers';

const REGISTERS = ['seal', 'dispatch'] as const;

/** How far the execution of a document is, and what its reader may do, for everybody who may read it. */
@Injectable()
export class ReadExecution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ExecutionDesk,
    private readonly branches: BranchNumbers,
    private readonly numbers: NumberRows,
  ) {}

  /** @throws DomainError documents.not-found */
  run(documentId: string, actor: Actor, language: Language): Promise<ExecutionView> {
    return this.uow.read(async () => {
      const { card, state, who, numbers } = await this.desk.look(documentId, actor);
      const acts = actViews(state, who, language);
      return {
        documentId,
        executes: state.executes,
        waived: state.waived,
        executedAt: card.executedAt?.toISOString() ?? null,
        continues: await this.continues(documentId),
        numbers: numbers.map(numberView),
        cleanCopy: copyView(state, documentId),
        remaining: state.remaining.length,
        lastEntryId: state.last?.id ?? null,
        entries: entryViews(state.entries),
        allowed: acts.flatMap(({ act, allowed }) => (allowed ? [act] : [])),
        acts,
        mayFollow: card.dispatchNumber === null && state.executes && mayNote(who, card, actor),
        registers: REGISTERS.filter((kind) => registerScope(kind, actor)?.length !== 0),
      };
    });
  }

  /** The number that the document continues; a number says nothing about its document. */
  private async continues(documentId: string): Promise<string | null> {
    const parent = (await this.branches.followUps([documentId])).get(documentId);
    return parent ? ((await this.numbers.find(parent))?.text ?? null) : null;
  }
}
