import type { LocalDate } from '@fubako/kernel';
import type { DisclosureClass } from '../core/states';

/** 分類 as far as drafting needs it. */
export interface FilingClassCard {
  readonly code: string;
  readonly name: string;
  readonly retentionLabel: string;
  readonly disclosureClass: DisclosureClass;
}

/** Port: the filing plan belongs to `records`, which stands above; it provides this (ADR 0010). */
export abstract class FilingClasses {
  /** Classes that can hold documents, by code; unknown and grouping codes are left out. Within a unit of work. */
  abstract find(codes: readonly string[]): Promise<ReadonlyMap<string, FilingClassCard>>;

  /** 事務分掌 by class, of those classes that belong to one: work goes where its function goes (RULE-103). Within a unit of work. */
  abstract functionsOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** 保存期間満了日 of a filed document; null before it is filed, and for records without an end. Within a unit of work. */
  abstract expiryOf(documentId: string): Promise<LocalDate | null>;
}
