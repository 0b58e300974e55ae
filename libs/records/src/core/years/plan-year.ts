import type { FiscalYear } from '@fubako/kernel';

export interface Section {
  readonly code: string;
  readonly name: string;
}

/** 簿冊 of the year that ends, or one that goes on. */
export interface FileOfYear {
  readonly id: string;
  readonly classCode: string;
  readonly sectionCode: string;
  readonly functionCode: string | null;
  readonly title: string;
  readonly volume: number;
  readonly continuing: boolean;
  readonly personalData: boolean;
  readonly secret: boolean;
}

/** 小分類 as it will be in the year to come. */
export interface ClassOfYear {
  readonly code: string;
  readonly name: string;
  readonly functionCode: string | null;
  readonly personalData: boolean;
  /** By which its files are kept. */
  readonly retentionClass: string | null;
  /** Last year in which its files are opened. */
  readonly lastYear: FiscalYear | null;
}

export interface FileMarks {
  readonly title: string;
  readonly personalData: boolean;
  readonly secret: boolean;
}

/** What somebody decided about one class in one section. */
export interface YearChoice extends FileMarks {
  readonly classCode: string;
  readonly sectionCode: string;
  readonly skipped: boolean;
}

export interface YearFacts {
  /** The year to be opened. */
  readonly fiscalYear: FiscalYear;
  readonly files: readonly FileOfYear[];
  readonly classes: readonly ClassOfYear[];
  readonly choices: readonly YearChoice[];
  /** The section that keeps such a file on the first day; null: nobody is known. */
  readonly homeOf: (file: Pick<FileOfYear, 'sectionCode' | 'functionCode'>) => Section | null;
  /** The section of the first day by its code. */
  readonly section: (code: string) => Section | null;
  /** Whether the function is somebody's on the first day. */
  readonly isAssigned: (functionCode: string) => boolean;
}

/** One file of the year to come: opened anew, or carried on (継続簿冊). */
export interface YearLine extends FileMarks {
  readonly classCode: string;
  readonly section: Section;
  readonly functionCode: string | null;
  readonly carriedFile: string | null;
}

/** No file next year: its class has ended by the plan, or somebody said so. */
export interface SkippedLine {
  readonly why: 'class-ended' | 'chosen';
  readonly classCode: string;
  readonly section: Section;
  readonly title: string;
}

/** What stands in the way; `files` are those concerned. */
export type YearProblem =
  | { readonly code: 'function-unassigned'; readonly functionCode: string; readonly classes: readonly string[] }
  | {
      readonly code: 'section-unmapped';
      readonly sectionCode: string;
      readonly classCode: string;
      readonly files: number;
    };

export interface YearPlan {
  readonly lines: readonly YearLine[];
  readonly skipped: readonly SkippedLine[];
  readonly problems: readonly YearProblem[];
}

/**
 * 年度切替: which files the next year has (YEAR-2 to YEAR-6). Every file of this year leads to a line, to one that somebody
 * left out, or to a problem: none is forgotten.
 */
export function planYear(facts: YearFacts): YearPlan {
  const classes = new Map(facts.classes.map((one) => [one.code, one]));
  const problems = new Problems();
  const lines = new Map<string, YearLine>();
  const ended = new Map<string, SkippedLine>();
  for (const file of inOrder(facts.files)) {
    const home = facts.homeOf(file);
    if (!home) {
      problems.unmapped(file);
      continue;
    }
    if (file.continuing) {
      lines.set(`carried ${file.id}`, carried(file, home));
      continue;
    }
    const held = classes.get(file.classCode);
    const key = keyOf(file.classCode, home.code);
    if (!held || hasEnded(held, facts.fiscalYear))
      ended.set(key, { why: 'class-ended', classCode: file.classCode, section: home, title: file.title });
    else if (!lines.has(key)) lines.set(key, opened(file, home, held));
  }
  const { kept, skipped } = choose(lines, facts, classes);
  return { lines: kept, skipped: [...ended.values(), ...skipped], problems: [...problems.all(), ...unassigned(facts)] };
}

const hasEnded = ({ lastYear }: ClassOfYear, fiscalYear: FiscalYear): boolean =>
  lastYear !== null && lastYear < fiscalYear;

const keyOf = (classCode: string, sectionCode: string): string => `${classCode} ${sectionCode}`;

/** Always the same first file of several that become one: by class, section, volume. */
function inOrder(files: readonly FileOfYear[]): FileOfYear[] {
  const spell = ({ classCode, sectionCode, volume, id }: FileOfYear) =>
    [classCode, sectionCode, String(volume).padStart(6, '0'), id].join(' ');
  return files.toSorted((a, b) => (spell(a) < spell(b) ? -1 : 1));
}

function carried(file: FileOfYear, section: Section): YearLine {
  const { classCode, title, personalData, secret, functionCode, id: carriedFile } = file;
  return { classCode, section, functionCode, title, personalData, secret, carriedFile };
}

function opened(file: FileOfYear, section: Section, held: ClassOfYear): YearLine {
  const { classCode, title, secret } = file;
  const personalData = file.personalData || held.personalData;
  return { classCode, section, functionCode: held.functionCode, title, personalData, secret, carriedFile: null };
}

/** YEAR-4 A choice renames, marks, leaves out, or adds a file that no file of this year leads to. */
function choose(lines: ReadonlyMap<string, YearLine>, facts: YearFacts, classes: ReadonlyMap<string, ClassOfYear>) {
  const chosen = new Map(lines);
  const skipped: SkippedLine[] = [];
  const going = new Set(
    [...lines.values()].flatMap(({ carriedFile, classCode, section }) =>
      carriedFile ? [keyOf(classCode, section.code)] : [],
    ),
  );
  for (const choice of facts.choices) {
    const key = keyOf(choice.classCode, choice.sectionCode);
    const section = facts.section(choice.sectionCode);
    const held = classes.get(choice.classCode);
    if (!section || !held || hasEnded(held, facts.fiscalYear)) continue;
    const { classCode, title, personalData, secret } = choice;
    if (choice.skipped) {
      if (chosen.delete(key)) skipped.push({ why: 'chosen', classCode, section, title });
    } else {
      const { functionCode } = chosen.get(key) ?? held;
      chosen.set(key, { classCode, section, functionCode, title, personalData, secret, carriedFile: null });
    }
  }
  // YEAR-5 Where a file goes on, none is opened beside it.
  for (const key of going) chosen.delete(key);
  return { kept: [...chosen.values()].toSorted(byPlace), skipped };
}

function byPlace(a: YearLine, b: YearLine): number {
  const spell = ({ classCode, section, carriedFile }: YearLine) =>
    [classCode, section.code, carriedFile ?? ''].join(' ');
  return spell(a) < spell(b) ? -1 : 1;
}

/** YEAR-3 A class whose function is nobody's next year: whoever drafts in it would not know for whom. */
function unassigned({ classes, isAssigned, fiscalYear }: YearFacts): YearProblem[] {
  const homeless = new Map<string, string[]>();
  for (const held of classes) {
    const { code, functionCode } = held;
    if (functionCode === null || isAssigned(functionCode) || hasEnded(held, fiscalYear)) continue;
    homeless.set(functionCode, [...(homeless.get(functionCode) ?? []), code]);
  }
  return [...homeless].map(([functionCode, codes]) => ({ code: 'function-unassigned', functionCode, classes: codes }));
}

class Problems {
  private readonly found = new Map<string, Extract<YearProblem, { code: 'section-unmapped' }>>();

  unmapped({ sectionCode, classCode }: FileOfYear): void {
    const key = keyOf(classCode, sectionCode);
    const files = (this.found.get(key)?.files ?? 0) + 1;
    this.found.set(key, { code: 'section-unmapped', sectionCode, classCode, files });
  }

  all(): YearProblem[] {
    return [...this.found.values()];
  }
}
