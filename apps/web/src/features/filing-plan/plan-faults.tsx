import type { PlanFault } from '../../shared/api/filing-plan';
import { useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';

/** What keeps the version from being published, and what is worth knowing. */
export function PlanFaults({ faults }: { faults: readonly PlanFault[] }) {
  const t = useT();
  if (faults.length === 0) return null;
  return (
    <section aria-labelledby="plan-faults" className="flex flex-col gap-1">
      <h3 id="plan-faults" className="text-16">
        {t('plan.faults', { n: faults.length })}
      </h3>
      <ul className="flex flex-col gap-1 text-14">
        {faults.map(({ code, classCode, column, message, severity }) => (
          <li key={`${code} ${classCode} ${column}`} className="flex flex-wrap items-baseline gap-2">
            <Chip tone={severity === 'error' ? 'urgent' : 'warn'}>{t(`plan.fault.${severity}`)}</Chip>
            <b className="tabular-nums">{classCode}</b>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
