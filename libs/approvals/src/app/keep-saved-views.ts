import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type Language, offerOf } from '@fubako/platform/http';
import { type SavedViewRow, SavedViewRows } from '../data/saved-view-rows';
import { approvalsProblems, refuse } from '../errors';
import { Inbox } from './inbox';
import type { SavedConditions, SavedView } from './saved-views.views.dto';

export interface SaveViewCommand {
  readonly actor: Actor;
  /** Of the answer. */
  readonly language: Language;
  readonly name: string;
  readonly shared: boolean;
  readonly conditions: SavedConditions;
}

/** Of one's own: more than fit beside an inbox help nobody. */
const MOST = 30;

/** INBOX-2 Saved views: conditions and an order under a name, for oneself or for the people of one's section. */
@Injectable()
export class KeepSavedViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SavedViewRows,
    private readonly inbox: Inbox,
    private readonly charts: OrganisationCharts,
  ) {}

  /** Each with its count for the reader: a shared view shows nobody more than their own inbox. */
  list(actor: Actor, language: Language): Promise<SavedView[]> {
    return this.uow.read(async () => {
      const rows = await this.rows.list(actor.staffNo, actor.units);
      const counts = await this.inbox.countsOf(
        actor,
        rows.map(({ conditions: { view, sort: _, ...filter } }) => ({ view, filter })),
      );
      return rows.map((row, at) => viewOf(row, counts[at] ?? 0, { actor, language }));
    });
  }

  /** @throws DomainError approvals.too-many-views, approvals.no-section */
  save({ actor, language, name, shared, conditions }: SaveViewCommand): Promise<SavedView> {
    return this.uow.run(async () => {
      const mine = (await this.rows.list(actor.staffNo, [])).length;
      if (mine >= MOST) throw refuse('approvals.too-many-views', { most: MOST });
      const createdAt = await this.uow.now();
      const row: SavedViewRow = {
        id: newId<string>(),
        owner: actor.staffNo,
        ownerName: actor.name,
        name,
        conditions,
        createdAt,
        ...(shared ? await this.sectionOf(actor, createdAt) : { sectionCode: null, sectionName: null }),
      };
      await this.rows.insert(row);
      const [count = 0] = await this.inbox.countsOf(actor, [{ view: conditions.view, filter: conditions }]);
      return viewOf(row, count, { actor, language });
    });
  }

  /** By the owner alone. @throws DomainError approvals.no-view */
  remove(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      if (!(await this.rows.remove(id, actor.staffNo))) throw refuse('approvals.no-view', {});
    });
  }

  private async sectionOf({ posts }: Actor, now: Date): Promise<Pick<SavedViewRow, 'sectionCode' | 'sectionName'>> {
    const chart = await this.charts.on(localDateAt(now));
    const post = posts.find(({ kind }) => kind === 'main') ?? posts[0];
    const section = post ? chart.sectionOf(post.unitCode) : null;
    if (!section) throw refuse('approvals.no-section', {});
    return { sectionCode: section.code, sectionName: section.name };
  }
}

function viewOf(
  { id, name, conditions, owner, ownerName, sectionName }: SavedViewRow,
  count: number,
  { actor, language }: { readonly actor: Actor; readonly language: Language },
): SavedView {
  const refusal = () => (owner === actor.staffNo ? null : refuse('approvals.no-view', {}));
  const offer = offerOf(['remove'], refusal, { problems: approvalsProblems, language });
  return { id, name, conditions, ownerName, sectionName, count, ...offer };
}
