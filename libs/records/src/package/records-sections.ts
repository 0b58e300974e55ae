import { Injectable } from '@nestjs/common';
import type { PackageSection } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { RecordRuleChanges } from '../app/keeping/record-rule-changes';
import { RuleOutlook } from '../app/keeping/rule-outlook';
import { documentsWithFunctions, filesInFlight } from './files-in-flight';
import { holdsInFlight } from './holds-in-flight';
import { loansInFlight, loansLeft } from './loans-in-flight';
import { filingPlanSection } from './filing-plan';
import { retentionClassesSection } from './retention-classes';
import { RetentionRulesSection } from './retention-rules';

/** What records take from a municipality package, in the order in which it is written. */
@Injectable()
export class RecordsSections {
  readonly all: readonly PackageSection<unknown>[];

  constructor(uow: UnitOfWork, outlook: RuleOutlook, recording: RecordRuleChanges) {
    this.all = [
      retentionClassesSection(uow),
      filingPlanSection(uow),
      new RetentionRulesSection(outlook, recording),
      filesInFlight(uow),
      documentsWithFunctions(uow),
      holdsInFlight(uow),
      loansInFlight(uow),
      loansLeft(uow),
    ];
  }
}
