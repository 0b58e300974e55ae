import { Global, Injectable, Module } from '@nestjs/common';
import { deciding } from '@fubako/approvals/events';
import { DocumentsModule, FilingClasses } from '@fubako/documents';
import { LedgerModule } from '@fubako/ledger';
import { localDate } from '@fubako/kernel';
import { OrganisationModule, PackageSections } from '@fubako/organisation';
import { organisationChanged } from '@fubako/organisation/events';
import { EventBus } from '@fubako/platform/outbox';
import { ArchiveFiles } from './app/archive-files';
import { CloseDocument } from './app/close-document';
import { ClosingRights } from './app/closing-rights';
import { FileDecidedDocuments } from './app/file-decided-documents';
import { FiledRecords } from './app/filed-records';
import { FilingPlanClasses, ListFilingClasses } from './app/filing-plan';
import { GuardTrace } from './app/guard-trace';
import { HoldingClasses } from './app/plan/holding-classes';
import { ListRecordFiles } from './app/list-record-files';
import { Reckonings } from './app/keeping/reckoning';
import { SplitOff } from './app/split-off';
import { SplitRows } from './data/split-rows';
import { RecordRuleChanges } from './app/keeping/record-rule-changes';
import { RuleChanges } from './app/keeping/rule-changes';
import { RuleOutlook } from './app/keeping/rule-outlook';
import { MoveFiles } from './app/move-files';
import { ReadFiling } from './app/read-filing';
import { ExtensionRows } from './data/extension-rows';
import { FilingClassRows } from './data/filing-class-rows';
import { FileSectionRows } from './data/file-section-rows';
import { ReckoningRows } from './data/keeping/reckoning-rows';
import { KeptFileRows } from './data/keeping/kept-file-rows';
import { RuleFileRows } from './data/keeping/rule-file-rows';
import { RuleChangeRows } from './data/rules/rule-change-rows';
import { RuleCountRows } from './data/rules/rule-count-rows';
import { RecordFileRows } from './data/record-file-rows';
import { RecordRows } from './data/record-rows';
import { GuardsModule } from './guards.module';
import { FilingsController } from './http/filings.controller';
import { RecordFilesController } from './http/record-files.controller';
import { RecordsSections } from './package/records-sections';
import { PaperModule } from './paper.module';
import { PlanModule } from './plan.module';
import { YearsModule } from './years.module';

/** Decision and filing are one transaction; files follow their functions on the day of a change. */
@Injectable()
class FilingDuty {
  constructor(bus: EventBus, filing: FileDecidedDocuments, files: MoveFiles) {
    bus.inUnit(deciding, (events) => filing.run(events.map(({ payload }) => payload)));
    bus.later(organisationChanged, 'records.organisation-changed', ({ payload }, delivery) =>
      delivery.complete(async () => {
        await files.run(localDate(payload.since));
      }),
    );
  }
}

const rows = [
  ExtensionRows,
  FileSectionRows,
  FilingClassRows,
  KeptFileRows,
  ReckoningRows,
  RecordFileRows,
  RecordRows,
  SplitRows,
];

/** Global, because `documents` stands below and asks through its port `FilingClasses` (ADR 0010). */
@Global()
@Module({
  imports: [DocumentsModule, GuardsModule, LedgerModule, OrganisationModule, PaperModule, PlanModule, YearsModule],
  controllers: [FilingsController, RecordFilesController],
  providers: [
    ArchiveFiles,
    ...rows,
    { provide: FilingClasses, useClass: FilingPlanClasses },
    CloseDocument,
    ClosingRights,
    FileDecidedDocuments,
    FiledRecords,
    FilingDuty,
    GuardTrace,
    HoldingClasses,
    ListFilingClasses,
    ListRecordFiles,
    MoveFiles,
    ReadFiling,
    Reckonings,
    RecordRuleChanges,
    RecordsSections,
    SplitOff,
    RuleChangeRows,
    RuleChanges,
    RuleCountRows,
    RuleFileRows,
    RuleOutlook,
  ],
  exports: [
    ArchiveFiles,
    GuardsModule,
    ...rows,
    CloseDocument,
    FilingClasses,
    ListFilingClasses,
    ListRecordFiles,
    ReadFiling,
    Reckonings,
    RecordRuleChanges,
    RecordsSections,
    RuleChangeRows,
    RuleChanges,
    RuleFileRows,
    RuleOutlook,
    SplitOff,
  ],
})
export class RecordsModule {
  constructor(packages: PackageSections, sections: RecordsSections) {
    packages.add('records', sections.all);
  }
}
