import type { HistoryEntry } from '../api/types';
import { useT } from '../i18n/translate';
import { Chip } from '../ui/chip';
import { Moment } from '../wareki/day';

/** The course of a document (経過), oldest first, over all rounds, and the version of the table it went by (RULE-104). */
export function History({ entries, basis }: { entries: readonly HistoryEntry[]; basis: string | null }) {
  const t = useT();
  if (entries.length === 0) return <p>{t('history.empty')}</p>;
  return (
    <>
      {basis && <p className="mb-3 text-13 text-quiet">{basis}</p>}
      <ol className="ml-1 flex flex-col gap-3 border-l-2 border-solid-gray-420 pl-4">
        {entries.map((entry, index) => (
          <li key={index} className="relative">
            <span
              aria-hidden="true"
              className="absolute top-1.5 -left-[1.4rem] size-2.5 rounded-full bg-solid-gray-700"
            />
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-13 text-quiet">
                <Moment at={entry.at} />
              </span>
              <b>{entry.label}</b>
              <span>
                {entry.unitName} {entry.actorTitle} {entry.actorName}
              </span>
              {entry.bulk && <Chip>{t('history.bulk')}</Chip>}
              {entry.revisionNo > 1 && <Chip tone="again">{t('history.revision', { n: entry.revisionNo })}</Chip>}
            </p>
            {entry.note && <p className="mt-0.5 text-13">{entry.note}</p>}
            {entry.comment && <p className="mt-0.5 whitespace-pre-wrap">{entry.comment}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
