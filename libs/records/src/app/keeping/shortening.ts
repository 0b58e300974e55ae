import { refuse } from '../../errors';
import type { Planned } from './reckoning';

/** RET-8 What would come to be kept shorter is refused unless that is meant. @throws DomainError records.would-shorten */
export function assertNotShorter(planned: readonly Planned[], isMeant: boolean): void {
  const first = isMeant ? undefined : planned.find(({ isShorter }) => isShorter);
  const to = first?.after.expiresOn ?? null;
  if (first && to !== null) throw refuse('records.would-shorten', { from: first.row.expiresOn, to });
}
