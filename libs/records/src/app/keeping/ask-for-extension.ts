import { Injectable } from '@nestjs/common';
import { newId } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { ExtensionBatchRows } from '../../data/keeping/extension-batch-rows';
import { dueCondition } from '../../data/keeping/file-list-rows';
import { refuse } from '../../errors';
import { extensionAsked } from '../../events';
import { ExtensionRights } from './extension-rights';
import { type DueQuery, dueFilter } from './list-due-files';

export interface ExtensionRequest {
  /** These files; otherwise all that {@link due} lists for who asks. */
  readonly fileIds?: readonly string[];
  readonly due?: Omit<DueQuery, 'cursor' | 'limit'>;
  readonly years: number;
  readonly reason: string;
}

/** KEEP-4 延長の一括処理 is asked for, stopped and taken up again; every file has an outcome of its own (RULE-87). */
@Injectable()
export class AskForExtension {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: ExtensionBatchRows,
    private readonly rights: ExtensionRights,
    private readonly events: EventBus,
  ) {}

  /** @returns id of the batch; the worker does it. @throws DomainError records.unknown-targets */
  run({ fileIds, due = {}, years, reason }: ExtensionRequest, actor: Actor): Promise<string> {
    return this.uow.run(async () => {
      const id = newId<string>();
      const by = { askedBy: actor.staffNo, askedByName: actor.name };
      const files = fileIds ? sql`f.id = any(${fileIds}::uuid[])` : dueCondition(dueFilter(due, actor));
      await this.rows.insert({ id, years, reason, ...by }, files, await this.uow.now());
      if ((await this.rights.batch(id, actor)).total === 0)
        throw refuse('records.unknown-targets', { ids: fileIds ?? [] });
      await this.events.publish(extensionAsked, id, { batchId: id });
      return id;
    });
  }

  /** The chunk at work is finished, no other begins. @throws DomainError records.extension-not-found */
  stop(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.rights.batch(id, actor);
      await this.rows.stop(id, actor.staffNo, await this.uow.now());
    });
  }

  /** @throws DomainError records.extension-not-found */
  resume(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.rights.batch(id, actor);
      await this.rows.resume(id);
      await this.events.publish(extensionAsked, id, { batchId: id });
    });
  }
}
