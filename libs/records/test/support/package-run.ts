import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { localDateAt } from '@fubako/kernel';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApprovalsSections } from '@fubako/approvals';
import { DocumentsSections } from '@fubako/documents';
import {
  type Fault,
  Faults,
  IMPORTED_BECAUSE,
  IMPORTED_BY,
  OrganisationSections,
  PackageContents,
  VERSIONS_FROM,
  PackageFiles,
  type PackageSection,
  type PlannedChange,
  RULE_ANSWERS,
  type RuleAnswers,
  type Words,
} from '@fubako/organisation';
import { LedgerModule } from '@fubako/ledger';
import { projectRoot } from '@fubako/platform/config';
import { Settings, loadSettings } from '@fubako/platform/config';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { Reckonings } from '../../src/app/keeping/reckoning';
import { KeptFileRows } from '../../src/data/keeping/kept-file-rows';
import { RecordRuleChanges } from '../../src/app/keeping/record-rule-changes';
import { RuleOutlook } from '../../src/app/keeping/rule-outlook';
import { ReckoningRows } from '../../src/data/keeping/reckoning-rows';
import { RuleFileRows } from '../../src/data/keeping/rule-file-rows';
import { RuleChangeRows } from '../../src/data/rules/rule-change-rows';
import { RuleCountRows } from '../../src/data/rules/rule-count-rows';
import { RecordFileRows } from '../../src/data/record-file-rows';
import { RecordsSections } from '../../src/package/records-sections';

const FOLDER = join(projectRoot, 'apps/cli/sample-town');

/** The package of the sample town, in memory, to be changed by a test. */
export class TownPackage {
  private readonly texts = new Map<string, string>();

  constructor() {
    const names = [...readdirSync(FOLDER), ...readdirSync(join(FOLDER, 'forms')).map((name) => `forms/${name}`)];
    for (const name of names.filter((file) => /\.(csv|json)$/.test(file)))
      this.texts.set(name, readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n'));
  }

  /** @throws Error when the file has no `from`: a test must not pass because it changed nothing */
  replace(file: string, from: string, to: string): this {
    const text = this.text(file);
    if (!text.includes(from)) throw new Error(`${file} has no ${from}.`);
    return this.write(file, text.replace(from, to));
  }

  append(file: string, ...lines: string[]): this {
    return this.write(file, `${this.text(file).trimEnd()}\n${lines.join('\n')}\n`);
  }

  write(file: string, text: string): this {
    this.texts.set(file, text);
    return this;
  }

  lineOf(file: string, start: string): number {
    const index = this.text(file)
      .split('\n')
      .findIndex((line) => line.startsWith(start));
    if (index === -1) throw new Error(`${file} has no line that begins with ${start}.`);
    return index + 1;
  }

  files(): PackageFiles {
    return new PackageFiles(new Map([...this.texts].map(([name, text]) => [name, Buffer.from(text, 'utf8')])));
  }

  private text(file: string): string {
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`The package has no ${file}.`);
    return text;
  }
}

export interface PackageOutcome {
  /** `file:line:column code`, in reading order. */
  readonly faults: readonly string[];
  readonly messages: readonly string[];
  readonly changes: readonly PlannedChange[];
  readonly notes: readonly string[];
}

/** Every fault and note of the tests of a file. */
export const told: Fault[] = [];
export const noted: Words[] = [];

/** Brings the package in by all sections of the product, as the importer does: nothing is written when there is a fault. */
export async function importPackage(
  uow: UnitOfWork,
  town: TownPackage,
  answers: RuleAnswers = new Map(),
): Promise<PackageOutcome> {
  const sections: PackageSection<unknown>[] = [
    ...[OrganisationSections, DocumentsSections, ApprovalsSections].flatMap((Sections) => new Sections(uow).all),
    ...(await recordsSections(uow)).all,
  ];
  return uow.run(async () => {
    const [faults, all] = [new Faults(), new PackageContents()];
    const today = localDateAt(await uow.now());
    for (const section of sections) all.set(section.key, await section.read(town.files(), faults, today));
    all.set(VERSIONS_FROM, today);
    all.set(RULE_ANSWERS, answers);
    all.set(IMPORTED_BY, 'system:import');
    all.set(IMPORTED_BECAUSE, null);
    for (const section of sections) section.crossCheck(all, faults);
    const found = faults.all();
    told.push(...found);
    const outcome = {
      faults: found.map(placed),
      messages: found.map(({ message }) => message),
    };
    if (!faults.none) return { ...outcome, changes: [], notes: [] };
    const plans = [];
    for (const section of sections) plans.push(await section.plan(all));
    const notes = plans.flatMap((plan) => plan.notes).map(({ ja }) => ja);
    noted.push(...plans.flatMap((plan) => plan.notes));
    const questions = plans.flatMap((plan) => plan.questions ?? []);
    if (questions.length > 0)
      return { faults: questions.map(placed), messages: questions.map(({ message }) => message), changes: [], notes };
    await uow.change(sql`set constraints all deferred`);
    for (const section of sections) await section.apply(all);
    return { ...outcome, changes: plans.flatMap(({ changes }) => changes), notes };
  });
}

const placed = ({ file, line, column, code }: Fault): string => `${file}:${line}:${column} ${code}`;

async function recordsSections(uow: UnitOfWork): Promise<RecordsSections> {
  // The sealer, which nothing here asks, looks for its folder in them.
  const settings = loadSettings({ NODE_ENV: 'test', DATABASE_URL: 'postgresql://nowhere.invalid/none' });
  const providers = [{ provide: UnitOfWork, useValue: uow }, { provide: Settings, useValue: settings }, EventBus];
  @Global()
  @Module({ providers, exports: providers })
  class Floor {}
  const rows = [KeptFileRows, RuleFileRows, ReckoningRows, RecordFileRows, RuleChangeRows, RuleCountRows];
  const parts = [RecordsSections, RecordRuleChanges, RuleOutlook, Reckonings, ...rows];
  const app = await Test.createTestingModule({ imports: [Floor, LedgerModule], providers: parts }).compile();
  return app.get(RecordsSections);
}
