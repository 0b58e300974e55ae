import { Injectable } from '@nestjs/common';
import type { PackageSection } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { routesInFlight, seatsInFlight, seatsLeft } from './approvals-in-flight';
import { DelegationSection } from './delegation-section';

/** What approvals take from a municipality package. */
@Injectable()
export class ApprovalsSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork) {
    this.all = [new DelegationSection(uow), seatsInFlight(uow), routesInFlight(uow), seatsLeft(uow)];
  }
}
