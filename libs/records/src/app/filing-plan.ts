import { Injectable } from '@nestjs/common';
import { type FilingClassCard, FilingClasses } from '@fubako/documents';
import { type LocalDate, fiscalYearOf, localDateAt } from '@fubako/kernel';
import { MunicipalitySettings } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import { FilingClassRows } from '../data/filing-class-rows';
import { RecordRows } from '../data/record-rows';
import type { FilingClassView, RetentionClassesView } from './records.views.dto';

/** The classes that documents ask for (port of `documents`, ADR 0010). */
@Injectable()
export class FilingPlanClasses extends FilingClasses {
  constructor(
    private readonly rows: FilingClassRows,
    private readonly records: RecordRows,
  ) {
    super();
  }

  find(codes: readonly string[]): Promise<ReadonlyMap<string, FilingClassCard>> {
    return this.rows.holding(codes);
  }

  functionsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.rows.functions(codes);
  }

  expiryOf(documentId: string): Promise<LocalDate | null> {
    return this.records.expiryOf(documentId);
  }
}

/** ファイル基準表 as people choose from it. */
@Injectable()
export class ListFilingClasses {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rows: FilingClassRows,
    private readonly settings: MunicipalitySettings,
  ) {}

  /** Every level, in the order of the plan. */
  run(): Promise<FilingClassView[]> {
    return this.uow.read(async () => this.rows.all(fiscalYearOf(localDateAt(await this.uow.now()))));
  }

  /** Shortest first, and where retention starts unless they say otherwise. */
  retention(): Promise<RetentionClassesView> {
    return this.uow.read(async () => ({
      items: await this.rows.retentionClasses(localDateAt(await this.uow.now())),
      usualBasis: (await this.settings.current()).retentionBasis,
    }));
  }
}
