import { Injectable } from '@nestjs/common';
import { type UnitCode, newId } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type SavedConditions, type SavedSearch, SavedSearchRows } from '../data/saved-search-rows';
import { refuse } from '../errors';

const MOST = 100;

export type SavedSearchAct = 'change' | 'delete' | 'subscribe' | 'unsubscribe';

/** A saved search as one person sees it, with what the person may do. */
export interface SavedSearchLine extends Omit<SavedSearch, 'createdAt' | 'staffNo'> {
  readonly ownerName: string;
  readonly unitName: string | null;
  readonly allowed: SavedSearchAct[];
}

/** 条件の保存: private, or shared with a unit in which the owner works; only the owner changes or deletes it (SEA-31). */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: SavedSearchRows,
    private readonly charts: OrganisationCharts,
  ) {}

  list(actor: Actor): Promise<SavedSearchLine[]> {
    return this.uow.read(async () => {
      const chart = await this.charts.today();
      return (await this.rows.list(actor)).map((search) => {
        const { createdAt: _, staffNo, ...line } = search;
        const owned = staffNo === actor.staffNo;
        return {
          ...line,
          ownerName: owned ? actor.name : (chart.person(search.staffNo as Actor['staffNo'])?.name ?? ''),
          unitName: line.unitCode === null ? null : (chart.unit(line.unitCode as UnitCode)?.name ?? line.unitCode),
          allowed: [
            ...(owned ? (['change', 'delete'] as const) : []),
            line.isSubscribed ? ('unsubscribe' as const) : ('subscribe' as const),
          ],
        };
      });
    });
  }

  /** Units with which the person may share, by name. */
  shareableUnits(actor: Actor): Promise<{ code: string; name: string }[]> {
    return this.uow.read(async () => {
      const chart = await this.charts.today();
      return actor.units.map((code) => ({ code, name: chart.unit(code)?.name ?? code }));
    });
  }

  /** @returns its id. @throws DomainError search.too-many-saved, search.not-your-unit */
  save(wish: { name: string; conditions: SavedConditions; unitCode: string | null }, actor: Actor): Promise<string> {
    return this.uow.run(async () => {
      if ((await this.rows.countOf(actor.staffNo)) >= MOST) throw refuse('search.too-many-saved', { limit: MOST });
      this.demandUnit(wish.unitCode, actor);
      const id = newId<string>();
      await this.rows.insert({ id, staffNo: actor.staffNo, ...wish });
      return id;
    });
  }

  /** Another name, or another sharing. @throws DomainError search.unknown-saved-search, search.not-your-search, search.not-your-unit */
  change(id: string, wish: { name?: string; unitCode?: string | null }, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      const { name, unitCode } = await this.owned(id, actor);
      if (wish.unitCode !== undefined && wish.unitCode !== unitCode) this.demandUnit(wish.unitCode, actor);
      await this.rows.change(id, {
        name: wish.name ?? name,
        unitCode: wish.unitCode === undefined ? unitCode : wish.unitCode,
      });
    });
  }

  /** @throws DomainError search.unknown-saved-search, search.not-your-search */
  remove(id: string, actor: Actor): Promise<void> {
    return this.uow.run(async () => {
      await this.owned(id, actor);
      await this.rows.remove(id);
    });
  }

  arrange(ids: readonly string[], actor: Actor): Promise<void> {
    return this.uow.run(() => this.rows.arrange(ids, actor));
  }

  private async owned(id: string, actor: Actor): Promise<SavedSearch> {
    const search = await this.rows.find(id, actor);
    if (!search) throw refuse('search.unknown-saved-search', {});
    if (search.staffNo !== actor.staffNo) throw refuse('search.not-your-search', {});
    return search;
  }

  private demandUnit(unitCode: string | null, actor: Actor): void {
    if (unitCode !== null && !(actor.units as readonly string[]).includes(unitCode))
      throw refuse('search.not-your-unit', {});
  }
}
