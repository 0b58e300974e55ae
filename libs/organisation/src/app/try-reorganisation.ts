import { Injectable } from '@nestjs/common';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Language } from '@fubako/platform/http';
import { StaffRows } from '../data/staff-rows';
import { refuse } from '../errors';
import { PackageFiles } from '../package/package-files';
import { PackageSections } from '../package/package-sections';
import type { PlannedChange } from '../package/section';
import { ImportMunicipality } from './import-municipality';
import { LIST_TABLES, type ListName, csvOfList, listNames } from '../package/organisation-lists';
import { mayTransfer } from './staff-lists';
import type {
  OrganisationListsView,
  ReorganisationChangeView,
  ReorganisationReportView,
} from './reorganisation.views.dto';

export type ListTexts = Partial<Readonly<Record<ListName, string>>>;

/** What the columns of the lists are called in which a change is named. */
interface Named {
  readonly code?: string;
  readonly name?: string;
  readonly title?: string;
  readonly staff_no?: string;
  readonly post_code?: string;
  readonly acting_post_code?: string;
  readonly org_unit_code?: string | null;
  readonly parent_code?: string | null;
  readonly valid_from?: string | null;
  readonly valid_to?: string | null;
}

/** @throws DomainError organisation.reorganisation-not-yours */
function checkRight(actor: Actor): void {
  if (!mayTransfer(actor)) throw refuse('organisation.reorganisation-not-yours', {});
}

/** 組織改正 on trial (RULE-103): the lists of the organisation go out, and what they would do when changed is told. Nothing is written (ADR 0074). */
@Injectable()
export class TryReorganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly importer: ImportMunicipality,
    private readonly sections: PackageSections,
    private readonly rows: StaffRows,
  ) {}

  /** The lists as they are stored. @throws DomainError organisation.reorganisation-not-yours */
  lists(actor: Actor): Promise<OrganisationListsView> {
    checkRight(actor);
    return this.uow.read(async () => {
      const texts: Partial<Record<ListName, string>> = {};
      for (const name of listNames) texts[name] = csvOfList(name, await this.rows.list(name));
      return texts as OrganisationListsView;
    });
  }

  /**
   * What the lists would change, what keeps them from it, and what is under way in the units that end and with those who leave.
   * @throws DomainError organisation.reorganisation-not-yours, nothing-to-reorganise
   */
  async try(texts: ListTexts, actor: Actor, language: Language): Promise<ReorganisationReportView> {
    checkRight(actor);
    const given = listNames.flatMap((name) => {
      const text = texts[name];
      return text === undefined ? [] : [[LIST_TABLES[name].file, text] as const];
    });
    if (given.length === 0) throw refuse('organisation.nothing-to-reorganise', {});
    const report = await this.importer.transfer(
      { files: PackageFiles.of(Object.fromEntries(given)), dryRun: true, by: actor.staffNo, countsOnly: true },
      this.sections.ofReorganisations(),
    );
    const isJapanese = language === 'ja';
    const changes = await this.uow.read(() => this.named(report.changes));
    // What has to be answered before an import is not answered here: it keeps it from being brought in.
    const faults = [...report.faults, ...report.questions];
    return {
      changes,
      faults: faults.map(({ english, message, ...fault }) => ({ ...fault, message: isJapanese ? message : english })),
      notes: [...(isJapanese ? report.notes : report.englishNotes)],
    };
  }

  /** Units, posts and people by the names that they have, or will have. */
  private async named(changes: readonly PlannedChange[]): Promise<ReorganisationChangeView[]> {
    const known = async (list: ListName): Promise<ReadonlyMap<string, Named>> => {
      const stored = (await this.rows.list(list)) as readonly Named[];
      const own = changes.filter(({ file }) => file === LIST_TABLES[list].file).map(({ after }) => after as Named);
      return new Map([...stored, ...own].map((one) => [one.code ?? one.staff_no ?? '', one]));
    };
    const [units, posts, people] = [await known('orgUnits'), await known('posts'), await known('people')];
    return changes.map((change) => {
      const said = change.after as Named;
      const post = posts.get(said.acting_post_code ?? said.post_code ?? '');
      const unit = units.get(said.parent_code ?? said.org_unit_code ?? post?.org_unit_code ?? '');
      return viewOf(change, { person: people.get(said.staff_no ?? ''), post, unit });
    });
  }
}

type Around = Readonly<Record<'person' | 'post' | 'unit', Named | undefined>>;

function viewOf(
  { file, line, key, change, after }: PlannedChange,
  { person, post, unit }: Around,
): ReorganisationChangeView {
  const { name, title, valid_from: from = null, valid_to: to = null } = after as Named;
  const words = [name ?? person?.name, title ?? post?.title].filter((word) => word !== undefined);
  const list = listNames.find((one) => LIST_TABLES[one].file === file) ?? 'orgUnits';
  return { list, line, change, key, name: words.join(' '), unitName: unit?.name ?? null, from, to };
}
