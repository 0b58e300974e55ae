import type { LocalDate } from '@fubako/kernel';
import type { DefinitionChange } from '@fubako/documents';
import type { Language } from '@fubako/platform/http';

/** What is wrong with a definition, or worth knowing about it. */
export interface DefinitionFault {
  /** Name of the field, or column of the matter type; empty: the definition as a whole. */
  readonly place: string;
  readonly code: string;
  readonly message: string;
  /** An error keeps it from being proposed. */
  readonly severity: 'error' | 'warning';
}

/** The day on which a definition is judged, and in whose words. */
export interface JudgedOn {
  readonly day: LocalDate;
  readonly language: Language;
}

export interface KeptVersion<C> {
  readonly version: number;
  readonly content: C;
}

/** What the desk of definitions asks of one kind of them: forms, matter types. Within a unit of work. */
export interface DefinitionKeeper<C = unknown> {
  /** The content as it is stored; null: it is nothing of this kind. */
  read(code: string, input: unknown): C | null;
  /** What a new definition begins with. */
  blank(code: string, name: string): C;
  nameOf(content: C): string;
  /** Names whose meaning stays once they were published (FORM-2). */
  namesOf(content: C): string[];
  /** Every version, oldest first. */
  versions(code: string): Promise<readonly KeptVersion<C>[]>;
  faults(code: string, content: C, on: JudgedOn): Promise<DefinitionFault[]>;
  /** 新旧対照 */
  changes(before: C | null, after: C, on: JudgedOn): Promise<DefinitionChange[]>;
  /** @returns the number of the version */
  add(code: string, content: C, from: LocalDate): Promise<number>;
}
