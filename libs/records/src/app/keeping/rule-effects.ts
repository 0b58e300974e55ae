import type { LocalDate } from '@fubako/kernel';
import type { FileOutcome } from './file-under-rules';

/** Named one by one; the rest is counted. */
const NAMED = 20;

export interface FileEffect {
  readonly title: string;
  readonly sectionName: string;
  readonly fiscalYear: number;
  readonly volume: number;
  readonly expiresOn: LocalDate | null;
  readonly wouldBe: LocalDate | null;
  readonly isShorter: boolean;
  readonly stays: 'held' | 'in-disposal' | null;
}

/** What one changed rule would do to the files that are there. */
export interface RuleEffect {
  readonly files: number;
  readonly documents: number;
  readonly shorter: number;
  readonly held: number;
  readonly inDisposal: number;
  readonly bySection: ReadonlyMap<string, number>;
  /** The first of them. */
  readonly named: readonly FileEffect[];
}

const NOTHING: RuleEffect = {
  files: 0,
  documents: 0,
  shorter: 0,
  held: 0,
  inDisposal: 0,
  bySection: new Map(),
  named: [],
};

/** Adds up file by file, so that half a million of them need no more room than twenty. */
export class RuleEffects {
  private readonly byRule = new Map<string, RuleEffect>();

  of(code: string): RuleEffect {
    return this.byRule.get(code) ?? NOTHING;
  }

  add(codes: readonly string[], outcome: FileOutcome): void {
    for (const code of codes) this.byRule.set(code, extended(this.of(code), outcome));
  }
}

function extended(effect: RuleEffect, { file, expiresOn, isShorter }: FileOutcome): RuleEffect {
  const stays = file.isHeld ? 'held' : file.inDisposal ? 'in-disposal' : null;
  const { title, sectionName, fiscalYear, volume } = file;
  const line = {
    title,
    sectionName,
    fiscalYear,
    volume,
    expiresOn: file.expiresOn,
    wouldBe: expiresOn,
    isShorter,
    stays,
  } as const;
  return {
    files: effect.files + 1,
    documents: effect.documents + file.documents,
    shorter: effect.shorter + Number(isShorter),
    held: effect.held + Number(stays === 'held'),
    inDisposal: effect.inDisposal + Number(stays === 'in-disposal'),
    bySection: new Map(effect.bySection).set(sectionName, (effect.bySection.get(sectionName) ?? 0) + 1),
    named: effect.named.length < NAMED ? [...effect.named, line] : effect.named,
  };
}
