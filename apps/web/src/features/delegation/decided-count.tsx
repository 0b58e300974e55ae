import type { DecidedLately } from '../../shared/api/delegation';
import { useT } from '../../shared/i18n/translate';

const days = 90;
const most = 1000;
const counts = [0, 100, 200, 500, most];

/** What a change is tried on at first: a quarter of a year. */
export const usualCount: DecidedLately = { decided: most, decidedDays: days };

/** Which of the matters decided last are planned anew: those of the last 90 days, or so many. */
export function DecidedCount({ value, onChange }: { value: DecidedLately; onChange: (wanted: DecidedLately) => void }) {
  const t = useT();
  return (
    <label className="flex items-center gap-2 text-14">
      {t('delegation.tryDecided')}
      <select
        value={value.decidedDays ? 'days' : value.decided}
        onChange={({ target }) => onChange(target.value === 'days' ? usualCount : { decided: Number(target.value) })}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        <option value="days">{t('delegation.tryDays', { n: days })}</option>
        {counts.map((count) => (
          <option key={count} value={count}>
            {t('delegation.tryLast', { n: count })}
          </option>
        ))}
      </select>
    </label>
  );
}
