import { useCancelAbsence, useMyAbsences } from '../../shared/api/absences';
import type { Absence } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { shiftDay } from './month';
import { useSpanWords } from './span-words';

const daysAhead = 99;

/** One absence with what its reader may do about it. */
export function AbsenceLine({ absence, withName = false }: { absence: Absence; withName?: boolean }) {
  const t = useT();
  const announce = useAnnounce();
  const cancel = useCancelAbsence();
  const words = useSpanWords()(absence);
  const begun = absence.allowed.includes('end');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      {withName && <b>{absence.name}</b>}
      <span>{words}</span>
      {absence.kind === 'incapacity' && <Chip tone="warn">{t('absence.kind.incapacity')}</Chip>}
      <span>{absence.reason}</span>
      {absence.registeredByName && (
        <span className="text-13 text-quiet">
          {t('absence.byOther', { name: absence.registeredByName, because: absence.onBehalfBecause ?? '' })}
        </span>
      )}
      {absence.allowed.length > 0 && (
        <Button
          look="quiet"
          className="ml-auto"
          disabled={cancel.isPending}
          aria-label={t(begun ? 'absence.endOf' : 'absence.cancelOf', { span: words })}
          onClick={() =>
            cancel.mutate(absence.id, { onSuccess: () => announce(t(begun ? 'absence.ended' : 'absence.cancelled')) })
          }
        >
          {t(begun ? 'absence.endNow' : 'absence.cancel')}
        </Button>
      )}
      {cancel.error && <ProblemNote error={cancel.error} />}
    </li>
  );
}

/** My own absences of the next months. */
export function MyAbsences({ today }: { today: string }) {
  const t = useT();
  const mine = useMyAbsences(today, shiftDay(today, daysAhead));
  const items = mine.data?.absences ?? [];
  return (
    <section>
      <h2 className="text-18">{t('absence.mine')}</h2>
      {mine.error && <ProblemNote error={mine.error} onRetry={() => void mine.refetch()} />}
      {mine.data && items.length === 0 && <p className="py-2">{t('absence.mineEmpty')}</p>}
      <ul>
        {items.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} />
        ))}
      </ul>
    </section>
  );
}
