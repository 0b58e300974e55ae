import { Injectable } from '@nestjs/common';
import type { PackageSection } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { ClassesInUseSection } from './classes-in-use';
import { filesInFlight } from './files-in-flight';
import { holdsInFlight } from './holds-in-flight';
import { loansInFlight } from './loans-in-flight';
import { filingPlanSection } from './filing-plan';
import { retentionClassesSection } from './retention-classes';

/** What records take from a municipality package, in the order in which it is written. */
@Injectable()
export class RecordsSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork) {
    this.all = [
      retentionClassesSection(uow),
      new ClassesInUseSection(uow),
      filingPlanSection(uow),
      filesInFlight(uow),
      holdsInFlight(uow),
      loansInFlight(uow),
    ];
  }
}
