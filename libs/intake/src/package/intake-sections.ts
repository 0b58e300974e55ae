import { Injectable } from '@nestjs/common';
import type { PackageSection } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { receiptKindsSection } from './receipt-kinds';
import { scanInletsSection } from './scan-inlets';

/** What intake takes from a municipality package. */
@Injectable()
export class IntakeSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork) {
    this.all = [receiptKindsSection(uow), scanInletsSection(uow)];
  }
}
