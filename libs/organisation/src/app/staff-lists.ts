import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '@fubako/platform/authz';
import type { Language } from '@fubako/platform/http';
import { UnitOfWork } from '@fubako/platform/database';
import { StaffRows } from '../data/staff-rows';
import { refuse } from '../errors';
import { csvOfList } from '../package/organisation-lists';
import { PackageFiles } from '../package/package-files';
import { PackageSections } from '../package/package-sections';
import type { PlannedChange } from '../package/section';
import { assignmentRows } from '../package/sections/assignments';
import { personRows } from '../package/sections/people';
import { ImportMunicipality, type ImportReport } from './import-municipality';
import type { StaffChangeView, StaffReportView } from './staff-lists.views.dto';

type StaffListName = 'people' | 'assignments';
/** The text of one or both lists, as the package has them. */
export type StaffListTexts = Partial<Readonly<Record<StaffListName, string>>>;

interface Bringing {
  readonly actor: Actor;
  readonly dryRun: boolean;
  /** Of faults and notes. */
  readonly language: Language;
}

const isOwn = ({ file, after }: PlannedChange, { staffNo }: Actor): boolean =>
  file === TABLES.assignments.file && (after as { readonly staff_no?: string }).staff_no === staffNo;

/** @throws DomainError organisation.transfers-not-yours */
function checkRight(actor: Actor): void {
  if (!mayTransfer(actor)) throw refuse('organisation.transfers-not-yours', {});
}

const TABLES = { people: personRows.table, assignments: assignmentRows.table };

/** 組織管理者 brings transfers in, for the whole municipality. */
export const mayTransfer = (actor: Actor): boolean => hasRole(actor, 'org_admin');

interface Assigned {
  readonly post_code?: string;
  readonly kind?: StaffChangeView['kind'];
  readonly valid_from?: string;
  readonly valid_to?: string | null;
}

/** 人事異動: the lists of people and of assignments go out, and come back changed. */
@Injectable()
export class StaffLists {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly importer: ImportMunicipality,
    private readonly sections: PackageSections,
    private readonly rows: StaffRows,
  ) {}

  /**
   * The list as it is stored, for a spreadsheet: what is changed in it and brought back is what changes.
   * @throws DomainError organisation.transfers-not-yours
   */
  async csvOf(name: StaffListName, actor: Actor): Promise<string> {
    checkRight(actor);
    return csvOfList(name, await this.uow.read(() => this.rows.list(name)));
  }

  /**
   * Brings the lists in, all or nothing; a dry run tells what that would change and what it would find under way.
   * Nobody brings in their own transfer: whoever holds a post reads what lies before it.
   * @throws DomainError organisation.transfers-not-yours, nothing-to-transfer, own-transfer
   */
  async bring(texts: StaffListTexts, { actor, dryRun, language }: Bringing): Promise<StaffReportView> {
    checkRight(actor);
    if (Object.keys(texts).length === 0) throw refuse('organisation.nothing-to-transfer', {});
    const named = Object.entries(texts).map(([name, text]) => [TABLES[name as StaffListName].file, text]);
    const files = PackageFiles.of(Object.fromEntries(named) as Record<string, string>);
    const bring = (isTrial: boolean) =>
      this.importer.transfer({ files, dryRun: isTrial, by: actor.staffNo }, this.sections.ofTransfers());
    const trial = await bring(true);
    if (!dryRun && trial.changes.some((change) => isOwn(change, actor))) throw refuse('organisation.own-transfer', {});
    const report = dryRun ? trial : await bring(false);
    return this.uow.read(() => this.viewOf(report, language));
  }

  private async viewOf(
    { applied, changes, faults, notes, englishNotes }: ImportReport,
    language: Language,
  ): Promise<StaffReportView> {
    const codes = changes.flatMap(({ after }) => (after as Assigned | undefined)?.post_code ?? []);
    const posts = new Map((await this.rows.posts(codes)).map((post) => [post.code, post]));
    const names = new Map(
      (await this.rows.list('people')).map((row) => [String(row['staff_no']), String(row['name'] ?? '')]),
    );
    for (const { after } of changes) {
      const { staff_no: staffNo, name } = after as { staff_no?: string; name?: string };
      if (staffNo !== undefined && name !== undefined) names.set(staffNo, name);
    }
    const view = (change: PlannedChange): StaffChangeView => {
      const after = change.after as Assigned & { readonly staff_no: string };
      const post = posts.get(after.post_code ?? '');
      return {
        list: change.file === TABLES.people.file ? 'people' : 'assignments',
        line: change.line,
        change: change.change,
        staffNo: after.staff_no,
        name: names.get(after.staff_no) ?? '',
        postTitle: post?.title ?? null,
        unitName: post?.unitName ?? null,
        kind: after.kind ?? null,
        from: after.valid_from ?? null,
        to: after.valid_to ?? null,
      };
    };
    const isJapanese = language === 'ja';
    return {
      applied,
      changes: changes.map(view),
      faults: faults.map(({ english, message, ...fault }) => ({ ...fault, message: isJapanese ? message : english })),
      notes: [...(isJapanese ? notes : englishNotes)],
    };
  }
}
