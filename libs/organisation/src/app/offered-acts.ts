import type { DomainError } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { type Language, type Offer, offerOf } from '@fubako/platform/http';
import { type OrganisationErrors, organisationProblems } from '../errors';
import type { ProxyErrors } from '../proxy-errors';

/** Who looks, and in which language they are told why not. */
export interface Reader {
  readonly actor: Actor;
  readonly language: Language;
}

type Refusal = DomainError<keyof (OrganisationErrors & ProxyErrors)>;

/** What is offered is what the use cases accept; what they refuse has the reason that they would give. */
export function offeredActs<A extends string>(
  acts: readonly A[],
  refusalOf: (act: A) => Refusal | null,
  language: Language,
): Offer<A> {
  return offerOf(acts, refusalOf, { problems: organisationProblems, language });
}
