import type { LocalDate } from '@fubako/kernel';
import type { FileCounts } from '../../data/rules/rule-count-rows';
import type { FileOutcome } from './file-under-rules';

export interface FileEffect {
  readonly fileId: string;
  readonly title: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly expiresOn: LocalDate | null;
  readonly wouldBe: LocalDate | null;
  readonly isShorter: boolean;
  readonly stays: 'held' | 'in-disposal' | null;
}

/** How many of the files that are there one changed rule concerns. */
export interface RuleCounts {
  readonly files: number;
  readonly documents: number;
  readonly shorter: number;
  readonly held: number;
  readonly inDisposal: number;
  readonly bySection: ReadonlyMap<string, number>;
}

export const NOTHING_CONCERNED: RuleCounts = {
  files: 0,
  documents: 0,
  shorter: 0,
  held: 0,
  inDisposal: 0,
  bySection: new Map(),
};

/** Adds up what was counted section by section. */
export function countsOf(groups: readonly FileCounts[]): RuleCounts {
  const sum = (of: (group: FileCounts) => number) => groups.reduce((total, group) => total + of(group), 0);
  const bySection = new Map<string, number>();
  for (const { sectionName, files } of groups) bySection.set(sectionName, (bySection.get(sectionName) ?? 0) + files);
  return {
    files: sum(({ files }) => files),
    documents: sum(({ documents }) => documents),
    shorter: sum(({ shorter }) => shorter),
    held: sum(({ held }) => held),
    inDisposal: sum(({ inDisposal }) => inDisposal),
    bySection,
  };
}

export function effectOn({ file, expiresOn, isShorter }: FileOutcome): FileEffect {
  const { id: fileId, title, sectionName, fiscalYear, volume, isHeld, inDisposal } = file;
  const stays = isHeld ? 'held' : inDisposal ? 'in-disposal' : null;
  return {
    fileId,
    title,
    sectionName,
    fiscalYear,
    volume,
    expiresOn: file.expiresOn,
    wouldBe: expiresOn,
    isShorter,
    stays,
  };
}
