import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  BranchNumbers,
  DocumentLifecycle,
  DocumentsModule,
  NumberRows,
  Numbering,
  ReservedNumbers,
  VoidNumbers,
} from '@fubako/documents';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { ScansModule } from '@fubako/scans';

@Module({})
class NoScans {}

/** The lib with its number series on a database of its own; documents are rows, as approvals leave them. */
export class NumbersUnderTest {
  private constructor(
    readonly database: TestDatabase,
    readonly clock: SettableClock,
    private readonly app: TestingModule,
  ) {}

  static async start({ now = '2026-05-18T01:00:00Z', settings = {} } = {}): Promise<NumbersUnderTest> {
    const clock = new SettableClock(new Date(now));
    const database = await testDatabase(clock);
    const providers = [{ provide: UnitOfWork, useValue: database.uow }, EventBus];
    @Global()
    @Module({ providers, exports: providers })
    class Floor {}
    const app = await Test.createTestingModule({ imports: [Floor, DocumentsModule] })
      .overrideModule(ScansModule)
      .useModule(NoScans)
      .useMocker(() => ({}))
      .compile();
    await database.dataSource.query(
      `insert into organisation.municipality (code, name, kana, name_en) values ('149993', '浜見町', 'はまみまち', 'Hamami')`,
    );
    await database.dataSource.query(
      `insert into organisation.settings_version (version, valid_from, settings) values (1, '2026-04-01', $1)`,
      [settings],
    );
    await database.dataSource.query(`
      insert into organisation.org_unit values ('S11', '総務課', 'section', null, '二総', 1, '2026-04-01', null, '{}'),
        ('S31', '福祉課', 'section', null, '二福', 2, '2026-04-01', '2026-09-30', '{}'),
        ('S35', '高齢福祉課', 'section', null, '二高', 3, '2026-10-01', null, '{S31}');
      insert into documents.number_series values ('DRAFT', 'draft', null, '{eraYear}{symbol}-{n:06}', 'fiscal', 1, 1),
        ('OUT', 'dispatch', null, '{eraYear}{symbol}第{n}号{branch}', 'fiscal', 1, 1),
        ('STEP', 'dispatch', null, '{eraYear}{symbol}第{n}号{branch}', 'fiscal', 10, null),
        ('LAW', 'ordinance', null, '二宮町条例第{n}号', 'calendar', 1, 1);
      insert into documents.form (name, version, schema, sha256, valid_from) values ('f', 1, '{}', 'x', '2026-04-01');
      insert into documents.matter_type values ('m');
      insert into documents.matter_type_version values ('m', 1, '2026-04-01', 'm', '', 'f', 'c', 'OUT', 'none', 'dispatch', '{}', 1)`);
    return new NumbersUnderTest(database, clock, app);
  }

  get uow(): UnitOfWork {
    return this.database.uow;
  }
  get numbering(): Numbering {
    return this.app.get(Numbering);
  }
  get lifecycle(): DocumentLifecycle {
    return this.app.get(DocumentLifecycle);
  }
  get branches(): BranchNumbers {
    return this.app.get(BranchNumbers);
  }
  get reserved(): ReservedNumbers {
    return this.app.get(ReservedNumbers);
  }
  get voids(): VoidNumbers {
    return this.app.get(VoidNumbers);
  }
  get numbers(): NumberRows {
    return this.app.get(NumberRows);
  }

  /** A document in state decided, without a number. */
  async document({ section = 'S11', symbol = '二総', state = 'decided' } = {}): Promise<string> {
    const id = randomUUID();
    await this.database.dataSource.query(
      `insert into documents.document (id, state, matter_type, matter_type_version, form_name, form_version, title, fields, class_code, disclosure_class,
         confidentiality, urgent, escalations, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title,
         unit_code, unit_name, section_code, section_name, symbol, drafted_at, updated_at)
       values ($1, $2, 'm', 1, 'f', 1, '照会', '{}', 'c', 'open', 'none', false, '{}', '1118', '原', 'P', '主事', $3, 'u', $3, 's', $4, now(), now())`,
      [id, state, section, symbol],
    );
    return id;
  }

  /** The next number of a series, as the deciding unit takes it. @returns the number as written */
  async issue(seriesCode = 'OUT', documentId?: string, symbol = '二総'): Promise<string> {
    const id = documentId ?? (await this.document());
    return this.uow.run(async () => {
      const issued = await this.numbering.issueDispatchNumbers([{ documentId: id, seriesCode, symbol }], '1118');
      return issued.get(id) ?? '';
    });
  }

  key(serial: number, { seriesCode = 'OUT', symbol = '二総', year = 2026, branch = 0 } = {}) {
    return { seriesCode, symbol, year, serial, branch };
  }

  rows<T>(statement: ReturnType<typeof sql>): Promise<T[]> {
    return this.uow.read(() => this.uow.rows<T>(statement));
  }

  /** The ledger of a series: number and why it is void. */
  async ledger(seriesCode = 'OUT'): Promise<string[]> {
    const rows = await this.rows<{ text: string; reason: string | null }>(sql`
      select text, void_reason as reason from documents.issued_number where series_code = ${seriesCode} order by year, symbol, serial, branch`);
    return rows.map(({ text, reason }) => (reason === null ? text : `${text} 欠番(${reason})`));
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
