import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { PlaceRows, type StackPlace } from '../../data/paper/place-rows';
import { refusePaper } from '../../paper-errors';
import { SectionKeepers } from '../section-keepers';
import { KeptFiles } from './kept-files';

/** 書庫・棚・箱, and where a file lies. */
@Injectable()
export class KeepPlaces {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keepers: SectionKeepers,
    private readonly kept: KeptFiles,
    private readonly places: PlaceRows,
  ) {}

  list(): Promise<StackPlace[]> {
    return this.uow.read(() => this.places.all());
  }

  /** By the records office. @throws DomainError records.not-the-office, records.place-exists */
  add({ actor, ...place }: { readonly actor: Actor } & Omit<StackPlace, 'files'>): Promise<void> {
    return this.uow.run(async () => {
      if (!this.keepers.isOffice(actor)) throw refusePaper('records.not-the-office', {});
      const added = await this.places.add(place, { by: actor.staffNo, at: await this.uow.now() });
      if (!added) throw refusePaper('records.place-exists', { code: place.code });
    });
  }

  /** In the office its keepers say where it lies, in the stacks the records office. @throws DomainError records.no-such-file, records.not-your-file, records.not-the-office, records.no-such-place */
  put({
    actor,
    fileId,
    placeCode,
    note,
  }: {
    actor: Actor;
    fileId: string;
    placeCode: string | null;
    note: string | null;
  }): Promise<void> {
    return this.uow.run(async () => {
      const file = await this.kept.mine(fileId, actor);
      if (file.custody === 'stack' && !this.keepers.isOffice(actor)) throw refusePaper('records.not-the-office', {});
      if (placeCode !== null && !(await this.places.known([placeCode])).has(placeCode))
        throw refusePaper('records.no-such-place', { code: placeCode });
      await this.places.put(fileId, { placeCode, note }, { by: actor.staffNo, at: await this.uow.now() });
      this.kept.note(fileId, 'records.file-placed', { actor: actor.staffNo, facts: { place: placeCode, note } });
    });
  }
}
