import type { DocumentCard } from '@fubako/documents';
import type { RoutedMatter } from './route-facts-reader';

/** A document as far as its route depends on it. */
export function routedMatter(card: DocumentCard): RoutedMatter {
  return {
    matterType: card.matterType,
    drafter: card.drafter,
    unitCode: card.unit.code,
    fields: card.fields,
    amount: card.amount,
    escalations: card.attributes.escalations,
  };
}
