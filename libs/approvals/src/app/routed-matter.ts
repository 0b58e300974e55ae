import type { DocumentCard } from '@fubako/documents';
import type { RequestedSeats } from '../data/case.row';

/** The matter as far as its route depends on it: a frozen draft, or what is being typed. */
export interface RoutedMatter {
  readonly matterType: string;
  readonly drafter: { readonly staffNo: string; readonly name: string; readonly postCode: string };
  readonly unitCode: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amount: number | null;
  readonly escalations: readonly string[];
  readonly urgent?: boolean;
  /** 審査 as the matter type asks for it. */
  readonly review?: 'none' | 'before' | 'after';
  readonly requested?: RequestedSeats;
}

/** A document as far as its route depends on it, with the 審査 that its type needs and what its drafter asked for. */
export function routedMatter(
  card: DocumentCard,
  more: { readonly review?: RoutedMatter['review']; readonly requested?: RequestedSeats } = {},
): RoutedMatter {
  return {
    matterType: card.matterType,
    drafter: card.drafter,
    unitCode: card.unit.code,
    fields: card.fields,
    amount: card.amount,
    escalations: card.attributes.escalations,
    urgent: card.attributes.urgent,
    ...more,
  };
}
