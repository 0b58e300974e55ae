import { Injectable } from '@nestjs/common';
import { type Entry, standing } from '../core/entries';
import { EntryRows } from '../data/entry-rows';

/** By what an executed document is found. */
export interface ExecutionWords {
  /** 宛先 of letters that stand, each once. */
  readonly addressees: readonly string[];
  /** 追記 beside the sealed content, as `label text` (RULE-61). */
  readonly additions: readonly string[];
  /** Notes and reasons, also of what was undone: they stay readable (EXE-1). */
  readonly remarks: readonly string[];
}

/** What whoever reads a document reads of its execution, for many at once. */
@Injectable()
export class ExecutionTexts {
  constructor(private readonly rows: EntryRows) {}

  /** By document; those of which nothing was entered are left out. */
  async of(documentIds: readonly string[]): Promise<ReadonlyMap<string, ExecutionWords>> {
    const entries = new Map<string, Entry[]>();
    for (const entry of await this.rows.of(documentIds))
      entries.set(entry.documentId, [...(entries.get(entry.documentId) ?? []), entry]);
    return new Map([...entries].map(([documentId, own]) => [documentId, wordsOf(own)]));
  }
}

function wordsOf(entries: readonly Entry[]): ExecutionWords {
  const steps = standing(entries);
  const addressees = steps.flatMap((step) =>
    step.kind === 'clean_copy' || step.kind === 'dispatch'
      ? step.particulars.lines.map(({ addressee }) => addressee)
      : [],
  );
  return {
    addressees: [...new Set(addressees)],
    additions: steps.flatMap((step) =>
      step.kind === 'addition' ? [`${step.particulars.label} ${step.particulars.text}`] : [],
    ),
    remarks: entries.flatMap((entry) => [
      ...(entry.kind === 'dispatch' && entry.particulars.note !== null ? [entry.particulars.note] : []),
      ...(entry.reason !== null ? [entry.reason] : []),
    ]),
  };
}
