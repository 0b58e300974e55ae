import { Injectable } from '@nestjs/common';
import { localDateAt, newId } from '@fubako/kernel';
import { MunicipalitySettings, OrganisationCharts } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { RaisedSeat } from '../core/act';
import { topHeadOf } from './route-facts-reader';

/** The seat to which 不同意 leads, where the municipality needs consent (RULE-30). */
@Injectable()
export class LastInstance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
    private readonly settings: MunicipalitySettings,
  ) {}

  async seat(): Promise<RaisedSeat | null> {
    const { concurrenceEffect } = await this.settings.current();
    if (concurrenceEffect !== 'consent') return null;
    const top = topHeadOf(await this.charts.on(localDateAt(await this.uow.now())));
    return top
      ? { id: newId<string>(), postCode: top.postCode, postTitle: top.postTitle, unitName: top.unitName }
      : null;
  }
}
