import { Link } from '@tanstack/react-router';
import { type Emergency, useConfirmEmergency, useEndEmergency } from '../../shared/api/emergencies';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay, townTime } from '../../shared/wareki/format';
import { soughtOf } from './sought';

const TONES = { waiting: 'warn', open: 'urgent', over: 'plain' } as const;

function Acts({ emergency: { id, allowed } }: { emergency: Emergency }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const confirm = useConfirmEmergency();
  const end = useEndEmergency();
  const error = confirm.error ?? end.error;
  const pending = confirm.isPending || end.isPending;
  return (
    <div className="no-print mt-3 flex flex-wrap items-center gap-3">
      {error && <ProblemNote error={error} />}
      {allowed.includes('confirm') && (
        <Button
          look="primary"
          disabled={pending}
          onClick={() => confirm.mutate(id, { onSuccess: () => announce(t('emergency.confirmed')) })}
        >
          {t('emergency.confirm')}
        </Button>
      )}
      {allowed.includes('end') && (
        <Button disabled={pending} onClick={() => end.mutate(id, { onSuccess: () => announce(t('emergency.ended')) })}>
          {t('emergency.end')}
        </Button>
      )}
    </div>
  );
}

/** One 緊急閲覧: who asked for what and why, who confirmed, until when. */
export function EmergencyCard({ emergency }: { emergency: Emergency }) {
  const { t, locale } = useLanguage();
  const at = (instant: string) => `${formatDay(townDay(instant), locale)} ${townTime(instant)}`;
  const { state, askerName, askedAt, until, reason, numbers, unitName, confirmedName, confirmedAt } = emergency;
  const { endedName, endedAt, allowed } = emergency;
  const title = t('emergency.askedBy', { name: askerName, at: at(askedAt) });
  return (
    <section aria-label={title} className="min-w-0 rounded-8 border border-line bg-white p-4">
      <h3 className="mb-2 flex flex-wrap items-center gap-3 text-15">
        {title} <Chip tone={TONES[state]}>{t(`emergency.state.${state}`)}</Chip>
        <span className="text-13 font-normal text-quiet">{t('emergency.until', { at: at(until) })}</span>
      </h3>
      <p>
        {unitName === null
          ? t('emergency.ofNumbers', { numbers: numbers.join(', ') })
          : t('emergency.ofUnit', { unit: unitName })}
      </p>
      <p className="whitespace-pre-wrap">{t('emergency.because', { reason })}</p>
      {confirmedAt && <p>{t('emergency.confirmedBy', { name: confirmedName ?? '', at: at(confirmedAt) })}</p>}
      {endedAt && <p>{t('emergency.endedBy', { name: endedName ?? '', at: at(endedAt) })}</p>}
      {allowed.includes('read') && (
        <Link
          to="/search"
          search={{ q: soughtOf({ unitName, numbers }) }}
          className="touch-target inline-flex items-center text-key-900 underline"
        >
          {t('emergency.find')}
        </Link>
      )}
      {allowed.some((act) => act !== 'read') && <Acts emergency={emergency} />}
    </section>
  );
}
