import { Injectable } from '@nestjs/common';
import { type FiscalYear, type UnitCode, fiscalYearOf, localDateAt, newId } from '@fubako/kernel';
import { OrganisationCharts } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { type HandedFile, HandoverRows } from '../../data/paper/handover-rows';
import { PlaceRows } from '../../data/paper/place-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { HandoverFiles } from './handover-files';

export interface ProposeHandover {
  readonly actor: Actor;
  readonly section: string;
  readonly fiscalYear: FiscalYear;
  readonly fileIds: readonly string[];
}

export interface TakeOff {
  readonly actor: Actor;
  readonly handoverId: string;
  readonly fileId: string;
  readonly reason: string;
}

const onTheList = (files: readonly HandedFile[]): HandedFile[] =>
  files.filter(({ takenOffReason }) => takenOffReason === null);

/** HAND-1 The latest year whose files are due for the stacks: the last but one (RULE-91). */
export const yearDueForStacks = (thisYear: FiscalYear): FiscalYear => thisYear - 2;

/** 引継ぎ to the stacks and back (HAND-1 to HAND-4). */
@Injectable()
export class HandOver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly keepers: SectionKeepers,
    private readonly rows: HandoverRows,
    private readonly places: PlaceRows,
    private readonly files: HandoverFiles,
  ) {}

  /** @returns id of the list @throws DomainError records.not-your-file, records.not-for-the-stacks */
  propose({ actor, section, fiscalYear, fileIds }: ProposeHandover): Promise<string> {
    return this.uow.run(async () => {
      if (!(await this.keepers.keeps(actor, section))) throw refusePaper('records.not-your-file', {});
      const at = await this.uow.now();
      const latest = yearDueForStacks(fiscalYearOf(localDateAt(at)));
      const fit = new Set(
        (await this.rows.candidates(section, Math.min(fiscalYear, latest))).map(({ fileId }) => fileId),
      );
      const unit = (await this.charts.today()).unit(section as UnitCode);
      if (!unit || fileIds.length === 0 || fileIds.some((id) => !fit.has(id)))
        throw refusePaper('records.not-for-the-stacks', {});
      const id = newId<string>();
      await this.rows.add(
        { id, fiscalYear, section: unit, fileIds: [...new Set(fileIds)] },
        { by: actor.staffNo, name: actor.name, at },
      );
      this.files.noteAll(fileIds, 'records.handover-proposed', { actor: actor.staffNo, handover: id });
      return id;
    });
  }

  /** The records office takes the files and says where each lies. @throws DomainError records.not-the-office, records.no-such-handover, records.handover-over, records.no-such-place, records.place-missing */
  receive({
    actor,
    handoverId,
    places,
  }: {
    actor: Actor;
    handoverId: string;
    places: readonly { fileId: string; placeCode: string }[];
  }): Promise<void> {
    return this.uow.run(async () => {
      if (!this.keepers.isOffice(actor)) throw refusePaper('records.not-the-office', {});
      await this.waiting(handoverId);
      const files = onTheList(await this.rows.filesOf(handoverId));
      const placed = new Map(places.map(({ fileId, placeCode }) => [fileId, placeCode]));
      if (files.some(({ fileId }) => !placed.has(fileId))) throw refusePaper('records.place-missing', {});
      const codes = [...new Set(placed.values())];
      const known = await this.places.known(codes);
      const unknown = codes.find((code) => !known.has(code));
      if (unknown !== undefined) throw refusePaper('records.no-such-place', { code: unknown });
      const at = await this.uow.now();
      const mine = files.map(({ fileId }) => ({ fileId, placeCode: placed.get(fileId) ?? '' }));
      await this.files.lock(mine.map(({ fileId }) => fileId));
      await this.rows.receive(handoverId, mine, { by: actor.staffNo, name: actor.name, at });
      for (const { fileId, placeCode } of mine)
        await this.places.put(fileId, { placeCode, note: null }, { by: actor.staffNo, at });
      this.files.noteAll(
        mine.map(({ fileId }) => fileId),
        'records.handed-over',
        { actor: actor.staffNo, handover: handoverId },
      );
    });
  }

  /** The section takes its list back before it is received. @throws DomainError records.no-such-handover, records.not-your-file, records.handover-over */
  withdraw({ actor, handoverId }: { actor: Actor; handoverId: string }): Promise<void> {
    return this.uow.run(async () => {
      const handover = await this.waiting(handoverId);
      if (!(await this.keepers.keeps(actor, handover.sectionCode))) throw refusePaper('records.not-your-file', {});
      await this.rows.withdraw(handoverId, await this.uow.now());
      const files = onTheList(await this.rows.filesOf(handoverId));
      this.files.noteAll(
        files.map(({ fileId }) => fileId),
        'records.handover-withdrawn',
        { actor: actor.staffNo, handover: handoverId },
      );
    });
  }

  /**
   * HAND-5 One file is taken off a list that waits, also when it has left meanwhile; the last one takes the list back.
   * @throws DomainError records.no-such-handover, records.not-your-file, records.handover-over, records.not-on-the-list
   */
  takeOff({ actor, handoverId, fileId, reason }: TakeOff): Promise<void> {
    return this.uow.run(async () => {
      const { sectionCode } = await this.waiting(handoverId);
      if (!(await this.keepers.keeps(actor, sectionCode))) throw refusePaper('records.not-your-file', {});
      const at = await this.uow.now();
      if (!(await this.rows.takeOff(handoverId, fileId, { by: actor.staffNo, reason, at })))
        throw refusePaper('records.not-on-the-list', {});
      this.files.noteAll([fileId], 'records.handover-taken-off', {
        actor: actor.staffNo,
        handover: handoverId,
        reason,
      });
      if (onTheList(await this.rows.filesOf(handoverId)).length === 0) await this.rows.withdraw(handoverId, at);
    });
  }

  /** 返還: a file in the stacks goes back to its section. @throws DomainError records.not-the-office, records.not-in-the-stacks, records.no-such-file */
  giveBack({ actor, fileId, reason }: { actor: Actor; fileId: string; reason: string }): Promise<void> {
    return this.uow.run(async () => {
      if (!this.keepers.isOffice(actor)) throw refusePaper('records.not-the-office', {});
      const file = await this.files.there(fileId);
      if (file.custody !== 'stack') throw refusePaper('records.not-in-the-stacks', {});
      const at = await this.uow.now();
      await this.rows.giveBack(fileId, { by: actor.staffNo, reason, at });
      await this.places.put(fileId, { placeCode: null, note: null }, { by: actor.staffNo, at });
      this.files.noteAll([fileId], 'records.given-back', { actor: actor.staffNo, reason });
    });
  }

  private async waiting(id: string) {
    const handover = await this.rows.lock(id);
    if (!handover) throw refusePaper('records.no-such-handover', {});
    if (handover.receivedAt || handover.withdrawnAt) throw refusePaper('records.handover-over', {});
    return handover;
  }
}
