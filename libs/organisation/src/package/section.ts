import type { LocalDate } from '@fubako/kernel';
import type { Fault, Faults, Words } from './fault';
import type { PackageFiles } from './package-files';

/** Names what a section has read, so that other sections can look at it with its type. */
export interface SectionKey<T> {
  readonly name: string;
  /** Only carries the type. */
  readonly content?: T;
}

export function sectionKey<T>(name: string): SectionKey<T> {
  return { name };
}

export interface PlannedChange {
  readonly file: string;
  /** Line of the package that asks for it, from 1. */
  readonly line: number;
  /** What it is about, as the file names it: `S31`, `1016/P-S31-H`. */
  readonly key: string;
  /** 追加・変更・終了. `ended`: nothing but a last day was set. */
  readonly change: 'added' | 'changed' | 'ended';
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface SectionPlan {
  readonly changes: readonly PlannedChange[];
  /** Sentences worth knowing before saying yes: rows left alone, drafts and files touched. */
  readonly notes: readonly Words[];
  /** What the clerk has to say before this is written; the places are those of the rows that ask. */
  readonly questions?: readonly Fault[];
}

/** What the clerk says of a changed rule: whether it also concerns what is there already, and may shorten it. */
export interface RuleAnswer {
  readonly retroactive: boolean;
  readonly shorten: boolean;
}

/** Answers by the code of the changed rule. */
export type RuleAnswers = ReadonlyMap<string, RuleAnswer>;

/**
 * What one lib takes from the package. The importer calls read → crossCheck for all sections, then plan for all, then
 * apply, in the order of the sections, everything inside one unit of work. Only `apply` writes.
 */
export interface PackageSection<T> {
  readonly key: SectionKey<T>;
  /** Files that it reads; a name that ends with `/` stands for the JSON files of that folder. */
  readonly files: readonly string[];
  /** Whether it belongs to a list of transfers too, though it has no file in it (人事異動). */
  readonly ofTransfers?: boolean;
  /** The same of 組織改正. */
  readonly ofReorganisations?: boolean;
  /**
   * Reads the files and, where needed, what is stored. Everything unreadable becomes a fault.
   * @param day from which definitions of the package will hold: they are compared with what holds on it
   */
  read(files: PackageFiles, faults: Faults, day: LocalDate): Promise<T>;
  /** What is stored alone, as it holds on `day`: for checks of one definition outside an import. */
  stored?(day: LocalDate): Promise<T>;
  /** Faults that only show beside other sections: unknown references, loops, gaps. */
  crossCheck(all: PackageContents, faults: Faults): void;
  /** What `apply` would change. No changes must mean that applying is without effect. */
  plan(all: PackageContents): SectionPlan | Promise<SectionPlan>;
  apply(all: PackageContents): Promise<void>;
}

/** The day from which new versions of definitions hold; known when all sections have been read. */
export const VERSIONS_FROM = sectionKey<LocalDate>('versions_from');

/** What the clerk has said of changed rules. */
export const RULE_ANSWERS = sectionKey<RuleAnswers>('rule_answers');

/** 職員番号 of who imports, or `system:<process>`. */
export const IMPORTED_BY = sectionKey<string>('imported_by');

/** Why, in the words of whoever does it; null: they were not asked. */
export const IMPORTED_BECAUSE = sectionKey<string | null>('imported_because');

/** What is kept for offices alone is counted, not named: the answer is for somebody who keeps no files. */
export const COUNTS_ONLY = sectionKey<boolean>('counts_only');

/** What all sections of a run have read. */
export class PackageContents {
  private readonly contents = new Map<string, unknown>();

  set<T>(key: SectionKey<T>, content: T): void {
    this.contents.set(key.name, content);
  }

  /** @throws Error when no section of this run has that key. */
  of<T>(key: SectionKey<T>): T {
    if (!this.contents.has(key.name)) throw new Error(`No section reads ${key.name} in this import.`);
    return this.contents.get(key.name) as T;
  }
}
