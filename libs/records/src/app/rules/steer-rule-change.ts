import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { standingOf } from '../../core/batch-standing';
import { type RuleChangeFileRow, type RuleChangeRow, RuleChangeRows } from '../../data/rules/rule-change-rows';
import { RuleRows } from '../../data/rules/rule-rows';
import { refuse } from '../../errors';
import { ruleChanged } from '../../events';
import { RuleDesk } from './rule-desk';
import type { RuleChangeView } from './rule-changes.views.dto';

const MOST_FILES = 1000;
const MOST_CHANGES = 10;

/** FIL-8 How far changed rules are, stopped and let go on; for the records office alone. */
@Injectable()
export class SteerRuleChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: RuleChangeRows,
    private readonly rules: RuleRows,
    private readonly desk: RuleDesk,
    private readonly events: EventBus,
  ) {}

  /** @throws DomainError records.not-yours-to-keep, records.rule-change-not-found */
  read(id: string, actor: Actor): Promise<RuleChangeView> {
    return this.uow.read(async () => viewOf(await this.found(id, actor), await this.labels()));
  }

  /** @throws DomainError records.not-yours-to-keep */
  latest(actor: Actor): Promise<RuleChangeView[]> {
    return this.uow.read(async () => {
      this.desk.assertOffice(actor);
      const labels = await this.labels();
      return (await this.rows.latest(MOST_CHANGES)).map((row) => viewOf(row, labels));
    });
  }

  /** The first thousand, those that stayed before the others. @throws DomainError as read */
  files(id: string, actor: Actor): Promise<RuleChangeFileRow[]> {
    return this.uow.read(async () => {
      await this.found(id, actor);
      return this.rows.files(id, MOST_FILES);
    });
  }

  /** With the rules that were changed together with it. @throws DomainError as read */
  stop(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      if (await this.isUnderWay(id, actor)) await this.rows.stop(actor.staffNo, await this.uow.now());
    });
  }

  /** @throws DomainError as read */
  resume(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      if (!(await this.isUnderWay(id, actor))) return;
      await this.rows.resume();
      await this.events.publish(ruleChanged, id, { changeId: id });
    });
  }

  private async isUnderWay(id: string, actor: Actor): Promise<boolean> {
    return (await this.found(id, actor)).finishedAt === null;
  }

  private async found(id: string, actor: Actor): Promise<RuleChangeRow> {
    this.desk.assertOffice(actor);
    const change = await this.rows.find(id);
    if (!change) throw refuse('records.rule-change-not-found', { changeId: id });
    return change;
  }

  private async labels(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.rules.retentionClasses()).map(({ code, label }) => [code, label]));
  }
}

function viewOf(row: RuleChangeRow, labels: ReadonlyMap<string, string>): RuleChangeView {
  const { askedAt, askedBy: _, stoppedAt, finishedAt, before: __, after: ___, ...change } = row;
  const [before, after] = namesOf(row, labels);
  return {
    ...change,
    before,
    after,
    askedAt: askedAt.toISOString(),
    ...standingOf({ stoppedAt, finishedAt }),
  };
}

function namesOf(row: RuleChangeRow, labels: ReadonlyMap<string, string>): readonly [string, string] {
  if (row.kind === 'terms') return [row.before.label, row.after.label];
  const { before, after } = row;
  const named = ({ retentionClass }: { retentionClass: string }) => labels.get(retentionClass) ?? retentionClass;
  const law = after.floor ? `(${after.floor.law} ${after.floor.years})` : '';
  return [named(before), `${named(after)}${law}`];
}
