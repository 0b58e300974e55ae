import { randomUUID } from 'node:crypto';
import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type MatterDeciding, deciding } from '@fubako/approvals/events';
import { FilingClasses } from '@fubako/documents';
import type { StaffNo } from '@fubako/kernel';
import { Actors, type RuleAnswers } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { SettableClock, type TestDatabase, testDatabase } from '@fubako/platform/testing';
import { ScansModule } from '@fubako/scans';
import { CloseDocument } from '../../src/app/close-document';
import { ListRecordFiles } from '../../src/app/list-record-files';
import { ReadFiling } from '../../src/app/read-filing';
import { KeepingModule } from '../../src/keeping.module';
import { FollowRule } from '../../src/app/rules/follow-rule';
import { RecordsModule } from '../../src/records.module';
import { RulesModule } from '../../src/rules.module';
import { TownPackage, importPackage } from './package-run';

/** 職員番号 of the sample town. */
export const PEOPLE = {
  drafter: '1118',
  colleague: '1119',
  /** 文書主任 of 福祉課 */
  clerk: '1055',
  /** 福祉課長 */
  head: '1016',
  /** 健康福祉部長 */
  departmentHead: '1006',
  /** 文書主管課 */
  officer: '1012',
  archivist: '1096',
  auditor: '1125',
  /** 財政課長 */
  otherHead: '1013',
  mayor: '1001',
} as const;

export interface DecidedMatter {
  readonly matterType?: string;
  readonly classCode?: string;
  readonly section?: { readonly code: string; readonly name: string };
  readonly confidentiality?: string;
  readonly state?: string;
}

@Module({})
class NoScans {}

/** The lib with documents and organisation on a database of its own, in the sample town. What needs scans is out of reach. */
export class RecordsUnderTest {
  readonly town = new TownPackage();

  private constructor(
    readonly database: TestDatabase,
    readonly clock: SettableClock,
    private readonly app: TestingModule,
  ) {}

  static async start(now = '2026-10-03T01:00:00Z'): Promise<RecordsUnderTest> {
    const clock = new SettableClock(new Date(now));
    const database = await testDatabase(clock);
    const providers = [{ provide: UnitOfWork, useValue: database.uow }, EventBus];
    @Global()
    @Module({ providers, exports: providers })
    class Floor {}
    const app = await Test.createTestingModule({ imports: [Floor, RecordsModule, KeepingModule, RulesModule] })
      .overrideModule(ScansModule)
      .useModule(NoScans)
      .useMocker(() => ({}))
      .compile();
    const lib = new RecordsUnderTest(database, clock, app);
    const { faults } = await lib.import();
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return lib;
  }

  get uow(): UnitOfWork {
    return this.database.uow;
  }
  get closing(): CloseDocument {
    return this.app.get(CloseDocument);
  }
  get filing(): ReadFiling {
    return this.app.get(ReadFiling);
  }
  get files(): ListRecordFiles {
    return this.app.get(ListRecordFiles);
  }
  get classes(): FilingClasses {
    return this.app.get(FilingClasses);
  }

  /** Any provider of the lib. */
  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  import(answers: RuleAnswers = new Map()) {
    return importPackage(this.uow, this.town, answers);
  }

  /** With what the worker does afterwards. */
  async importAndFollow(answers: RuleAnswers) {
    const outcome = await this.import(answers);
    await this.get(FollowRule).run();
    return outcome;
  }

  actor(staffNo: string): Promise<Actor> {
    return this.uow.read(() => this.app.get(Actors, { strict: false }).of(staffNo as StaffNo));
  }

  rows<T>(statement: ReturnType<typeof sql>): Promise<T[]> {
    return this.uow.read(() => this.uow.rows<T>(statement));
  }

  /** A document of which everything has gone out; the lib is told of its decision only. */
  async insert({
    matterType = 'contract',
    classCode = '20-01-01',
    section = { code: 'S31', name: '福祉課' },
    ...given
  }: DecidedMatter = {}): Promise<string> {
    const id = randomUUID();
    const now = await this.uow.now();
    await this.uow.change(sql`
      insert into documents.document (id, state, matter_type, matter_type_version, form_name, form_version, title, fields, class_code, disclosure_class,
        confidentiality, urgent, escalations, drafter_staff_no, drafter_name, drafter_post_code, drafter_post_title,
        unit_code, unit_name, section_code, section_name, symbol, drafted_at, updated_at, decided_at)
      select ${id}, ${given.state ?? 'executed'}, code, version, form_name, 1, '委託契約', '{}', ${classCode}, 'open', ${given.confidentiality ?? 'none'}, false, '{}',
        ${PEOPLE.drafter}, '原 大地', 'P-U311-02', '主事', 'U311', '福祉係', ${section.code}, ${section.name}, '浜福', ${now}, ${now}, ${now}
      from documents.matter_type_version where code = ${matterType}`);
    return id;
  }

  /** Announces decisions as approvals do, within the running unit. */
  async announce(ids: readonly string[]): Promise<void> {
    const decidedAt = (await this.uow.now()).toISOString();
    const payload = (documentId: string): MatterDeciding => ({
      documentId,
      decidedBy: { staffNo: PEOPLE.departmentHead, name: '江藤 信一', title: '健康福祉部 部長' },
      decidedAt,
    });
    await this.app.get(EventBus).publishAll(
      deciding,
      ids.map((id) => ({ subject: id, payload: payload(id) })),
    );
  }

  /** Decides matters in one unit. @returns their ids */
  decide(...matters: DecidedMatter[]): Promise<string[]> {
    return this.uow.run(async () => {
      const ids = [];
      for (const matter of matters) ids.push(await this.insert(matter));
      await this.announce(ids);
      return ids;
    });
  }

  async decideOne(matter: DecidedMatter = {}): Promise<string> {
    const [id] = await this.decide(matter);
    if (id === undefined) throw new Error('Nothing was decided.');
    return id;
  }

  /** The filing as the drafter reads it. */
  async filingOf(id: string, language: 'ja' | 'en' = 'ja') {
    return this.filing.run(id, await this.actor(PEOPLE.drafter), language);
  }

  async close(id: string, staffNo: string = PEOPLE.drafter): Promise<void> {
    await this.closing.run({ actor: await this.actor(staffNo), documentId: id });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
