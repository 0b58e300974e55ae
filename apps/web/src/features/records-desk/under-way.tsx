import { Link } from '@tanstack/react-router';
import { useDisposalBatches } from '../../shared/api/disposal';
import { useExtensions } from '../../shared/api/extensions';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';

/** 廃棄・移管 under way: at which step, and for whom they wait. */
export function RunningBatches() {
  const { t } = useLanguage();
  const list = useDisposalBatches();
  const running = list.data?.items.filter(({ step }) => step !== 'finished') ?? [];
  return (
    <section aria-labelledby="batches" className="flex flex-col gap-2">
      <h2 id="batches" className="text-18">
        {t('desk.batches')}
      </h2>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={3} />}
      {list.data && running.length === 0 && <p>{t('desk.noBatches')}</p>}
      {running.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t('desk.batches')}</caption>
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              {(['desk.section', 'desk.step', 'desk.waitsFor'] as const).map((key) => (
                <th key={key} scope="col" className="py-1 pr-3 font-normal">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {running.map((line) => (
              <tr key={line.id} className="border-b border-line align-top">
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  <Link
                    to="/disposal/$id"
                    params={{ id: line.id }}
                    className="touch-target font-bold text-key-900 underline"
                  >
                    {line.sectionName} {line.fiscalYearLabel}
                  </Link>
                  <span className="block text-13 text-quiet">
                    {t('disposal.size', { files: line.counts.files, documents: line.counts.documents })}
                  </span>
                </th>
                <td className="py-2 pr-3">{t(`disposal.step.${line.step}` as PlainKey)}</td>
                <td className="py-2">
                  {t(`desk.waits.${line.step}` as PlainKey)}{' '}
                  {line.yours && <Chip tone="level">{t('disposal.yours')}</Chip>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const tones = { running: 'level', stopped: 'warn', finished: 'good' } as const;

/** 延長の一括処理: how far they are. */
export function RunningExtensions() {
  const { t, locale } = useLanguage();
  const list = useExtensions();
  return (
    <section aria-labelledby="extensions" className="flex flex-col gap-2">
      <h2 id="extensions" className="text-18">
        {t('desk.extensions')}
      </h2>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={3} />}
      {list.data?.items.length === 0 && <p>{t('desk.noExtensions')}</p>}
      <ul>
        {list.data?.items.slice(0, 10).map((batch) => {
          const state = batch.state as keyof typeof tones;
          return (
            <li key={batch.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
              <Link
                to="/extensions/$id"
                params={{ id: batch.id }}
                className="touch-target font-bold text-key-900 underline"
              >
                {t('ext.title', { years: batch.years })}
              </Link>
              <Chip tone={tones[state]}>{t(`ext.state.${state}`)}</Chip>
              <span>{t('ext.counts', { extended: batch.extended, refused: batch.refused })}</span>
              <span className="w-full text-13 text-quiet">
                {t('ext.askedBy', { day: formatDay(townDay(batch.askedAt), locale), name: batch.askedByName })}{' '}
                {batch.reason}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
