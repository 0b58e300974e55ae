import type { RouteSeat } from '../api/types';
import type { Locale } from '../i18n/locale';
import type { Translate } from '../i18n/translate';
import { formatDay, townDay } from '../wareki/format';

interface Reader {
  readonly t: Translate;
  readonly locale: Locale;
}

/** What is to be known of a seat beside its holder: passed over, held, handed over, away and who stands in, due. */
export function seatNotes(seat: RouteSeat, { t, locale }: Reader): string[] {
  const over = seat.act !== null || seat.state === 'skipped' || seat.state === 'merged' || seat.state === 'removed';
  const notes = [
    ...actNotes(seat, t),
    seat.state === 'merged' && t('seat.merged'),
    seat.state === 'removed' && t('seat.removed'),
    reviewNote(seat, t),
    seat.handedTo !== null && t('seat.handedTo', { name: seat.handedTo }),
    seat.origin !== 'rule' && t(`seat.origin.${seat.origin}`),
    ...(over ? [] : openNotes(seat, { t, locale })),
  ];
  return notes.filter((note): note is string => typeof note === 'string' && note !== '');
}

function actNotes({ act }: RouteSeat, t: Translate): (string | false)[] {
  if (!act) return [];
  const by = act.capacity === 'statutory_deputy' && t('seat.substitute');
  return [t(`outcome.${act.outcome}`), act.inSteadOf !== null && t('seat.inSteadOf', { name: act.inSteadOf }), by];
}

function reviewNote({ state, postReview }: RouteSeat, t: Translate): string | false {
  if (postReview?.outcome === 'opinion') return t('seat.postReviewOpinion');
  if (postReview?.doneAt) return t('seat.postReviewed');
  return (postReview !== null || state === 'passed') && t('seat.passed');
}

/** 出張・休暇等 11/25まで 代決: 福祉課 課長 深川, as long as the seat is open. */
function openNotes({ away, heldUntil, dueOn, holder }: RouteSeat, { t, locale }: Reader): (string | false)[] {
  const day = (iso: string) => formatDay(iso, locale);
  const kind = away && t(`seat.away.${away.kind}`);
  return [
    holder?.kind === 'statutory_deputy' && t('seat.substitute'),
    away?.until ? t('seat.awayUntil', { kind: kind ?? '', day: day(townDay(away.until)) }) : (kind ?? false),
    away?.standIn ? t('seat.standIn', { name: away.standIn }) : false,
    heldUntil !== null && t('seat.held', { day: day(heldUntil) }),
    dueOn !== null && t('seat.dueOn', { day: day(dueOn) }),
  ];
}
