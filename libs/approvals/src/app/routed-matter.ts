import type { DocumentCard } from '@fubako/documents';
import type { RequestedSeats } from '../data/case.row';
import type { RoutedMatter } from './route-facts-reader';

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
