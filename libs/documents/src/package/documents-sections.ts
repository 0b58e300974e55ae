import { Injectable } from '@nestjs/common';
import type { PackageSection } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { countersInFlight, documentsInFlight, draftsLeft } from './documents-in-flight';
import { FormsSection } from './forms';
import { matterTypesSection } from './matter-types';
import { numberSeriesSection } from './number-series';

/** What documents take from a municipality package, in the order in which it is written. */
@Injectable()
export class DocumentsSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork) {
    this.all = [
      numberSeriesSection(uow),
      new FormsSection(uow),
      matterTypesSection(uow),
      documentsInFlight(uow),
      countersInFlight(uow),
      draftsLeft(uow),
    ];
  }
}
