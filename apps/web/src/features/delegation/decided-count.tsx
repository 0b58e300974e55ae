import { useT } from '../../shared/i18n/translate';

const counts = [0, 100, 200, 500, 1000];
export const usualCount = 200;

/** How many of the matters decided last are planned anew. */
export function DecidedCount({ value, onChange }: { value: number; onChange: (count: number) => void }) {
  const t = useT();
  return (
    <label className="flex items-center gap-2 text-14">
      {t('delegation.tryDecided')}
      <select
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {count}
          </option>
        ))}
      </select>
    </label>
  );
}
