import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@fubako/platform/database';
import { proxiesInFlight, proxiesLeft } from '../package/proxies-in-flight';
import { RowsSection } from '../package/rows-section';
import type { PackageSection } from '../package/section';
import { actingOrderRows } from '../package/sections/acting-orders';
import { assignmentRows } from '../package/sections/assignments';
import { calendarRows, holidayRows } from '../package/sections/calendar';
import { functionRows } from '../package/sections/functions';
import { MunicipalitySection } from '../package/sections/municipality';
import { orgUnitRows } from '../package/sections/org-units';
import { personRows } from '../package/sections/people';
import { postRows } from '../package/sections/posts';
import { roleRows } from '../package/sections/roles';

/** What the organisation takes from a package, in the order in which it is written. */
@Injectable()
export class OrganisationSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork) {
    this.all = [
      new MunicipalitySection(uow),
      new RowsSection(uow, orgUnitRows),
      new RowsSection(uow, functionRows),
      new RowsSection(uow, postRows),
      new RowsSection(uow, personRows),
      new RowsSection(uow, assignmentRows),
      new RowsSection(uow, roleRows),
      new RowsSection(uow, actingOrderRows),
      new RowsSection(uow, holidayRows),
      new RowsSection(uow, calendarRows),
      proxiesInFlight(uow),
      proxiesLeft(uow),
    ];
  }
}
