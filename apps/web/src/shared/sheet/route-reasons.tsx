import type { ReactNode } from 'react';
import type { RouteSeat, RouteStep } from '../api/types';
import { useLanguage } from '../i18n/translate';
import { cx } from '../ui/class-names';
import { RuleLink } from './rule-link';
import { seatNotes } from './seat-notes';

interface SeatLineProps {
  step: RouteStep;
  seat: RouteSeat;
  /** Acts after the seat before it, of the same branch. */
  inTurn: boolean;
  aside?: SeatAside | undefined;
}

/** What a screen puts beside a seat, e.g. what its drafter may change. */
export type SeatAside = (step: RouteStep, seat: RouteSeat) => ReactNode;

function SeatLine({ step, seat, inTurn, aside }: SeatLineProps) {
  const { t, locale } = useLanguage();
  const notes = seatNotes(seat, { t, locale });
  const gone = seat.state === 'removed' || seat.state === 'skipped' || seat.state === 'merged';
  const unit = step.kind === 'line' || step.kind === 'decision' ? '' : seat.unitName;
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-3 px-2 py-1.5 sm:grid-cols-[5.5rem_minmax(8rem,auto)_1fr]">
      <span className="text-quiet">{t(`step.${step.kind}`)}</span>
      <span className={cx(gone && 'text-quiet')}>
        {inTurn && (
          <span className="text-quiet">
            <span aria-hidden="true">→ </span>
            <span className="sr-only">{t('step.inTurn')}</span>
          </span>
        )}
        {unit} <b>{seat.postTitle}</b>{' '}
        {seat.act?.actorName ?? seat.holder?.name ?? <span className="text-vermilion">{t('stamp.vacant')}</span>}
      </span>
      <span className="col-start-2 text-quiet sm:col-start-3">
        {notes.length > 0 && <span className="mr-2 font-bold text-ink">{notes.join(' / ')}</span>}
        {seat.reason.text} <RuleLink rule={seat.reason.rule} />
        {step.need !== null && step.seats[0] === seat && (
          <span className="ml-2">
            {t('step.needOf', { need: step.need, n: new Set(step.seats.map(({ branch }) => branch)).size })}
          </span>
        )}
      </span>
      {aside && <span className="col-start-2 empty:hidden sm:col-end-4">{aside(step, seat)}</span>}
    </li>
  );
}

/** Why each seat is on the route and how it stands, in words, with the rule that put it there. */
export function RouteReasons({ steps, aside }: { steps: readonly RouteStep[]; aside?: SeatAside }) {
  const { t } = useLanguage();
  if (steps.every(({ seats }) => seats.length === 0)) return null;
  const inOrder = [...steps].sort((a, b) => a.no - b.no);
  return (
    <ol
      className="flex flex-col divide-y divide-line border-y border-line bg-white text-13"
      aria-label={t('route.reasons')}
    >
      {inOrder.flatMap((step) =>
        step.seats.map((seat, at) => (
          <SeatLine
            key={seat.id ?? `${step.no}-${seat.postCode}-${at}`}
            step={step}
            seat={seat}
            aside={aside}
            inTurn={step.kind === 'concurrence' && at > 0 && step.seats[at - 1]?.branch === seat.branch}
          />
        )),
      )}
    </ol>
  );
}
