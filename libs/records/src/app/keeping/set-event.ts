import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { KeptFileRows } from '../../data/keeping/kept-file-rows';
import { refuse } from '../../errors';
import { FileDesk } from './file-desk';
import { type Planned, Reckonings } from './reckoning';

/** 特定日 of one document, or of a file and everything in it. */
export interface EventTarget {
  readonly fileId?: string;
  readonly documentId?: string;
}

export interface EventRequest extends EventTarget {
  /** Null: it has become uncertain again. */
  readonly eventOn: LocalDate | null;
  readonly reason: string | null;
  /** The expiry that the person has seen and confirms. */
  readonly seenExpiry?: LocalDate | null;
}

/** KEEP-1 The day from which an event-based period runs is entered when it becomes certain, and corrected with a reason (RULE-82, S15). */
@Injectable()
export class SetEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: FileDesk,
    private readonly files: KeptFileRows,
    private readonly reckonings: Reckonings,
  ) {}

  /** What the dates would be. @throws DomainError as {@link run} */
  preview(target: EventTarget, eventOn: LocalDate | null, actor: Actor): Promise<Planned[]> {
    return this.uow.read(() => this.plan(target, eventOn, actor));
  }

  /** @throws DomainError records.file-not-found, records.not-yours-to-keep, records.no-event, records.reason-needed, records.dates-moved, records.held */
  run({ eventOn, reason, seenExpiry, ...target }: EventRequest, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.desk.lock({ fileIds: listOf(target.fileId), documentIds: listOf(target.documentId) });
      const planned = await this.plan(target, eventOn, actor);
      if (reason === null && planned.some(({ row }) => row.eventOn !== null && row.eventOn !== eventOn))
        throw refuse('records.reason-needed', {});
      const expiresOn = lastOf(planned);
      if (seenExpiry !== undefined && seenExpiry !== expiresOn) throw refuse('records.dates-moved', { expiresOn });
      await this.desk.passShortened(planned, { what: 'change-event', actor: actor.staffNo });
      await this.reckonings.write(planned);
      if (target.fileId !== undefined) await this.files.setEvent(target.fileId, eventOn);
      this.desk.note(planned, { kind: 'records.event-set', actor, facts: { eventOn, reason } });
    });
  }

  private async plan(target: EventTarget, eventOn: LocalDate | null, actor: Actor): Promise<Planned[]> {
    const rows = await this.desk.rows(target, actor);
    const fresh = { eventOn, mayShorten: true };
    const planned =
      target.fileId === undefined
        ? rows.map((row) => this.reckonings.plan(row, fresh, actor.on))
        : await this.reckonings.planFile({ fileId: target.fileId, rows }, fresh, actor.on);
    const [first] = planned;
    if (first && first.row.basis !== 'event') throw refuse('records.no-event', { label: first.row.label });
    return planned;
  }
}

const listOf = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

/** The expiry of the file: null while one of the documents has none (CLO-2). */
export function lastOf(planned: readonly Planned[]): LocalDate | null {
  const days = planned.map(({ after }) => after.expiresOn);
  if (days.some((day) => day === null)) return null;
  return days.reduce<LocalDate | null>(
    (last, day) => (last === null || (day !== null && day > last) ? day : last),
    null,
  );
}
