import type { LocalDate } from '@fubako/kernel';
import { type Language, retentionWords } from '../../core/retention-words';
import type { DateChangeView } from './keeping.views.dto';
import { type Planned, isOwn } from './reckoning';

/** What a change would do, of one document or of everything in a file: the latest days count, none stands for not known. */
export function dateChangeView(planned: readonly Planned[], language: Language, needsReason: boolean): DateChangeView {
  const last = planned.reduce<Planned | null>((one, next) => (one === null || isLater(next, one) ? next : one), null);
  return {
    startsOnBefore: latest(planned.map(({ row }) => row.startsOn)),
    expiresOnBefore: latest(planned.map(({ row }) => row.expiresOn)),
    startsOn: latest(planned.map(({ after }) => after.startsOn)),
    expiresOn: latest(planned.map(({ after }) => after.expiresOn)),
    isShorter: planned.some(({ isShorter }) => isShorter),
    needsReason,
    documents: planned.filter((one) => !isOwn(one)).length,
    explanation: retentionWords(last?.after.explanation ?? [], language),
  };
}

const isLater = ({ after: a }: Planned, { after: b }: Planned): boolean =>
  b.expiresOn !== null && (a.expiresOn === null || a.expiresOn > b.expiresOn);

function latest(days: readonly (LocalDate | null)[]): LocalDate | null {
  if (days.includes(null)) return null;
  return days.reduce<LocalDate | null>((last, day) => (last === null || (day ?? '') > last ? day : last), null);
}
