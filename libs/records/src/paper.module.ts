import { Module } from '@nestjs/common';
import { LedgerModule } from '@fubako/ledger';
import { OrganisationModule } from '@fubako/organisation';
import { RenderingModule } from '@fubako/rendering';
import { ScansModule } from '@fubako/scans';
import { HandOver } from './app/paper/hand-over';
import { HandoverFiles } from './app/paper/handover-files';
import { KeepPlaces } from './app/paper/keep-places';
import { KeptFiles } from './app/paper/kept-files';
import { LendFiles } from './app/paper/lend-files';
import { LentFiles } from './app/paper/lent-files';
import { PrintLabels } from './app/paper/print-labels';
import { ReadHandovers } from './app/paper/read-handovers';
import { ReadPaper } from './app/paper/read-paper';
import { ReadSubstitutes } from './app/paper/read-substitutes';
import { RegisterPaper } from './app/paper/register-paper';
import { PaperGuards } from './app/paper/paper-guards';
import { ScanPaper } from './app/paper/scan-paper';
import { SubstitutePaper } from './app/paper/substitute-paper';
import { IssueRegister } from './app/registers/issue-register';
import { PrintRegister } from './app/registers/print-register';
import { ReadRegister } from './app/registers/read-register';
import { SectionKeepers } from './app/section-keepers';
import { HandoverRows } from './data/paper/handover-rows';
import { LabelRows } from './data/paper/label-rows';
import { LoanRows } from './data/paper/loan-rows';
import { PaperReading } from './data/paper/paper-reading';
import { PaperRows } from './data/paper/paper-rows';
import { PlaceRows } from './data/paper/place-rows';
import { SubstituteRows } from './data/paper/substitute-rows';
import { RegisterRows } from './data/registers/register-rows';
import { GuardsModule } from './guards.module';
import { HandoversController } from './http/paper/handovers.controller';
import { LoansController } from './http/paper/loans.controller';
import { PaperFilesController } from './http/paper/paper-files.controller';
import { RegistersController } from './http/registers/registers.controller';

const rows = [HandoverRows, LabelRows, LoanRows, PaperReading, PaperRows, PlaceRows, RegisterRows, SubstituteRows];

/** Paper beside what is electronic: files, stacks, loans, scans in its stead, and the registers of all files. */
@Module({
  imports: [GuardsModule, LedgerModule, OrganisationModule, RenderingModule, ScansModule],
  controllers: [HandoversController, LoansController, PaperFilesController, RegistersController],
  providers: [
    ...rows,
    HandOver,
    HandoverFiles,
    IssueRegister,
    KeepPlaces,
    KeptFiles,
    LendFiles,
    LentFiles,
    PaperGuards,
    PrintLabels,
    PrintRegister,
    ReadHandovers,
    ReadPaper,
    ReadRegister,
    ReadSubstitutes,
    RegisterPaper,
    ScanPaper,
    SectionKeepers,
    SubstitutePaper,
  ],
  exports: [LendFiles, LentFiles, PaperRows, ReadRegister, ReadSubstitutes, ScanPaper, SubstitutePaper],
})
export class PaperModule {}
