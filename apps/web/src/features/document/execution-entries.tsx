import type { Execution } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Day } from '../../shared/wareki/day';
import { formatDay, townDay } from '../../shared/wareki/format';

type Entry = Execution['entries'][number];

function EntryLine({ entry }: { entry: Entry }) {
  const { t, locale } = useLanguage();
  const recordedOn = townDay(entry.recordedAt);
  const what = [
    entry.channel && t(`execution.channel.${entry.channel}`),
    entry.seal,
    entry.label,
    entry.text,
    entry.addressees.slice(0, 3).join('、') + (entry.addressees.length > 3 ? ` … ${entry.addressees.length}` : ''),
  ].filter(Boolean);
  return (
    <li className="border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className={entry.undone ? 'line-through' : 'font-bold'}>{t(`execution.entry.${entry.kind}`)}</span>
        <Day on={entry.occurredOn} />
        <span>
          {entry.postTitle} {entry.recordedByName}
        </span>
        {entry.undone && <Chip tone="warn">{t('execution.undone')}</Chip>}
        {recordedOn !== entry.occurredOn && (
          <span className="text-13 text-quiet">{t('execution.recorded', { day: formatDay(recordedOn, locale) })}</span>
        )}
      </p>
      {what.length > 0 && <p className="text-13">{what.join(' · ')}</p>}
      {entry.reason && <p className="text-13">{entry.reason}</p>}
    </li>
  );
}

/** Every step that was taken, those that were undone included, in their order. */
export function ExecutionEntries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLanguage();
  if (entries.length === 0) return null;
  return (
    <section aria-label={t('execution.entries')}>
      <h3 className="mb-1">{t('execution.entries')}</h3>
      <ol>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
