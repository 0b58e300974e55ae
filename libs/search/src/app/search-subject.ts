import type { Actor } from '@fubako/platform/authz';
import type { Sql } from '@fubako/platform/database';
import type { SearchableText, SubjectKind } from '../core/searchable-document';
import type { EntryColumns } from '../data/hits.sql';
import { SearchableSource } from './searchable-source';

/** What of a subject goes into a package. */
export interface SubjectContent {
  readonly title: string;
  readonly number: string | null;
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly attachments: readonly { readonly sha256: string; readonly fileName: string }[];
}

/** One kind of what is found: its texts, who may read it, and what of it is handed out. The lib that owns it offers it. */
export abstract class SearchSubject extends SearchableSource {
  abstract readonly kind: SubjectKind;

  /** The reading policy as a condition over an entry of this kind. */
  abstract readable(actor: Actor, entry: EntryColumns): Sql;

  /** What the actor takes away; null when it may not be read (any more). Call it inside a unit of work. */
  abstract content(id: string, actor: Actor): Promise<SubjectContent | null>;
}

/** Texts that another lib adds to what is found; whoever reads the subject may read them. */
export abstract class AddedTexts {
  /** By id of the subject; those without any are left out. */
  abstract of(ids: readonly string[]): Promise<ReadonlyMap<string, readonly SearchableText[]>>;
}
