import { Injectable } from '@nestjs/common';
import { type Facts, type LocalDate, localDateAt } from '@fubako/kernel';
import { UnitOfWork, sql } from '@fubako/platform/database';
import { EventBus } from '@fubako/platform/outbox';
import { Ledger } from '@fubako/ledger';
import { refuse } from '../errors';
import { municipalityImported } from '../events';
import { type Fault, Faults, type Words } from '../package/fault';
import { PackageFiles } from '../package/package-files';
import {
  COUNTS_ONLY,
  IMPORTED_BECAUSE,
  IMPORTED_BY,
  PackageContents,
  type PackageSection,
  type PlannedChange,
  RULE_ANSWERS,
  type RuleAnswers,
  VERSIONS_FROM,
} from '../package/section';
import { versionsFrom } from '../package/versions-from';

export interface ImportRequest {
  /** Path of the folder that holds the package. */
  readonly folder: string;
  /** Look only: nothing is written. */
  readonly dryRun: boolean;
  /** 施行日 of the definitions in it: matter types, forms, delegation table, settings. By default the day of the import. */
  readonly validFrom?: LocalDate;
  /** Who does it, for the ledger: 職員番号 or `system:<process>`; by default the importer itself. */
  readonly by?: string;
  /** Whether changed rules also concern what exists; what asks for it and is not answered is not imported. */
  readonly answers?: RuleAnswers;
}

export interface ImportReport {
  /** Whether something was written. */
  readonly applied: boolean;
  /** What was changed, or would be. Empty when there are faults. */
  readonly changes: readonly PlannedChange[];
  /** One fault anywhere means that nothing is written. */
  readonly faults: readonly Fault[];
  /** What has to be answered before the package is written; when it was to be written, they are among the faults. */
  readonly questions: readonly Fault[];
  readonly notes: readonly string[];
  /** The same in English. */
  readonly englishNotes: readonly string[];
  /** Revision of the organisation after the import. */
  readonly revision: number;
}

/** Some files of a package alone: 人事異動, a setting. */
export interface TransferRequest {
  readonly files: PackageFiles;
  readonly dryRun: boolean;
  /** 職員番号 of who does it. */
  readonly by: string;
  /** 施行日 of the definitions in it. */
  readonly validFrom?: LocalDate;
  readonly reason?: string;
  /** Whoever asks keeps no files: what is for those who do is counted, not named. */
  readonly countsOnly?: boolean;
  /** What it is called in the ledger, and what is told of it there beside the counts. */
  readonly told?: Told;
}

interface Told {
  readonly kind: string;
  readonly facts: Facts;
}

interface Source {
  readonly files: PackageFiles;
  /** Some files only: what the others would hold stays as it is stored. */
  readonly isPart: boolean;
  readonly asked: LocalDate | null;
  readonly by: string;
  readonly answers: RuleAnswers;
  readonly reason?: string | undefined;
  readonly countsOnly?: boolean | undefined;
  readonly told?: Told | undefined;
}

/**
 * Brings a municipality package in: the first set-up, the yearly transfer list, a reorganisation. All or nothing; the same
 * package a second time changes nothing (municipality package).
 */
@Injectable()
export class ImportMunicipality {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly events: EventBus,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @param sections of all libs, in the order in which they are written
   * @throws Error when the folder cannot be read; DomainError organisation.valid-from-is-past
   */
  async run(
    { folder, dryRun, by = 'system:import', validFrom, answers = new Map() }: ImportRequest,
    sections: readonly PackageSection<unknown>[],
  ): Promise<ImportReport> {
    const files = await PackageFiles.inFolder(folder);
    return this.bring({ files, isPart: false, asked: validFrom ?? null, by, answers }, dryRun, sections);
  }

  /**
   * Some files of a package, on what is stored of the others.
   * @param sections that this concerns ({@link PackageSections.ofTransfers})
   */
  transfer(
    { dryRun, validFrom, ...request }: TransferRequest,
    sections: readonly PackageSection<unknown>[],
  ): Promise<ImportReport> {
    return this.bring({ ...request, isPart: true, asked: validFrom ?? null, answers: new Map() }, dryRun, sections);
  }

  private bring(source: Source, dryRun: boolean, sections: readonly PackageSection<unknown>[]): Promise<ImportReport> {
    const { files, answers, by } = source;
    if (dryRun) return this.uow.read(() => this.look(source, sections));
    return this.uow.run(async () => {
      await this.oneAtATime();
      const { contents, ...report } = await this.plan(source, sections);
      if (report.questions.length > 0) return { ...report, changes: [], faults: report.questions, applied: false };
      if (report.changes.length === 0) return { ...report, applied: false };
      const revision = await this.write(
        contents,
        sections.filter((one) => isGiven(one, source)),
      );
      const outcome = { revision, ...countsOf(report.changes) };
      await this.events.publish(municipalityImported, 'municipality', outcome);
      const subject = { kind: 'municipality', id: 'municipality' };
      const facts = { ...outcome, ...said(answers), validFrom: contents.of(VERSIONS_FROM), digests: files.digests() };
      const { kind, facts: more } = source.told ?? { kind: 'organisation.municipality-imported', facts: {} };
      this.ledger.record({ subject, kind, actor: by, facts: { ...facts, ...more } });
      return { ...report, revision, applied: true };
    });
  }

  private async look(source: Source, sections: readonly PackageSection<unknown>[]): Promise<ImportReport> {
    const { contents: _, ...report } = await this.plan(source, sections);
    return { ...report, applied: false };
  }

  private async plan(source: Source, sections: readonly PackageSection<unknown>[]) {
    const { files, asked, by, answers } = source;
    const today = localDateAt(await this.uow.now());
    if (asked !== null && asked < today) throw refuse('organisation.valid-from-is-past', { day: asked });
    const faults = new Faults();
    const contents = new PackageContents();
    for (const section of sections)
      contents.set(section.key, await contentOf(section, source, { faults, day: asked ?? today }));
    contents.set(VERSIONS_FROM, versionsFrom(contents, asked, today));
    contents.set(RULE_ANSWERS, answers);
    contents.set(IMPORTED_BY, by);
    contents.set(IMPORTED_BECAUSE, source.reason ?? null);
    contents.set(COUNTS_ONLY, source.countsOnly ?? false);
    for (const section of sections) section.crossCheck(contents, faults);
    const revision = await this.revision();
    const unread = notesOnUnread(files, sections);
    if (!faults.none)
      return { contents, changes: [], ...inBoth(unread), faults: faults.all(), questions: [], revision };
    const plans = [];
    for (const section of sections.filter((one) => isGiven(one, source))) {
      const plan = await section.plan(contents);
      // Of a part it goes without saying that what it leaves out stays.
      plans.push(source.isPart && section.files.length > 0 ? { ...plan, notes: [] } : plan);
    }
    const notes = inBoth([...unread, ...plans.flatMap((plan) => plan.notes)]);
    const questions = plans.flatMap((plan) => plan.questions ?? []);
    return { contents, changes: plans.flatMap((plan) => plan.changes), ...notes, faults: [], questions, revision };
  }

  /** The revision is taken first: charts read later in this unit must not be remembered for others (see OrganisationCharts). */
  private async write(contents: PackageContents, sections: readonly PackageSection<unknown>[]): Promise<number> {
    await this.uow.change(sql`update organisation.municipality set revision = nextval('organisation.revision')`);
    await this.uow.change(sql`set constraints all deferred`);
    for (const section of sections) await section.apply(contents);
    await this.uow.change(sql`set constraints all immediate`);
    return this.revision();
  }

  /** Zero before the first import. */
  private async revision(): Promise<number> {
    const row = await this.uow.maybe<{ revision: number }>(sql`select revision from organisation.municipality`);
    return row?.revision ?? 0;
  }

  /** Two imports at once would each plan on a state that the other changes. Until the end of the unit nobody else imports. */
  async oneAtATime(): Promise<void> {
    await this.uow.rows(sql`select pg_advisory_xact_lock(hashtextextended('organisation.import', 0))`);
  }
}

/** Of a part, sections whose file is not in it have nothing to change. */
const isGiven = ({ files: names }: PackageSection<unknown>, { files, isPart }: Source): boolean =>
  !isPart || names.length === 0 || names.some((name) => files.has(name));

/** @throws Error when a part leaves out what its section cannot read from the database */
function contentOf(
  section: PackageSection<unknown>,
  source: Source,
  { faults, day }: { readonly faults: Faults; readonly day: LocalDate },
): Promise<unknown> {
  if (isGiven(section, source)) return section.read(source.files, faults, day);
  if (!section.stored) throw new Error(`A package without ${section.files.join()} is not whole.`);
  return section.stored(day);
}

const inBoth = (notes: readonly Words[]) => ({
  notes: notes.map(({ ja }) => ja),
  englishNotes: notes.map(({ en }) => en),
});

/** What was said of changed rules, where something was. */
const said = (answers: RuleAnswers) => (answers.size > 0 ? { answers: Object.fromEntries(answers) } : {});

function countsOf(changes: readonly PlannedChange[]) {
  const count = (change: PlannedChange['change']): number =>
    changes.filter((planned) => planned.change === change).length;
  const files = [...new Set(changes.map(({ file }) => file))];
  return { added: count('added'), changed: count('changed'), ended: count('ended'), files };
}

/** A misspelt file name must not look like an import that went well. */
function notesOnUnread(files: PackageFiles, sections: readonly PackageSection<unknown>[]): Words[] {
  const known = sections.flatMap((section) => section.files);
  const isRead = (name: string): boolean =>
    known.some((file) => (file.endsWith('/') ? name.startsWith(file) : name === file));
  return files
    .names()
    .filter((name) => !isRead(name))
    .map((name) => ({
      ja: `${name}: この名前のファイルは使われません。読み込むつもりなら、名前の綴りを確かめてください。`,
      en: `${name}: no file of this name is used. If it should be, check its spelling.`,
    }));
}
