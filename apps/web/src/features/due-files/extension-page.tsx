import { Link, useParams } from '@tanstack/react-router';
import { type ExtensionBatch, useExtension, useExtensionItems, useSteerExtension } from '../../shared/api/extensions';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';
import { formatDay, townDay } from '../../shared/wareki/format';

const tones = { running: 'level', stopped: 'warn', finished: 'good' } as const;
const columns = ['due.file', 'ext.result', 'dates.before', 'dates.after'] as const;

function Items({ batch }: { batch: ExtensionBatch }) {
  const { t, locale } = useLanguage();
  const list = useExtensionItems(batch);
  const items = list.data?.items ?? [];
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : '');
  if (list.error) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading lines={4} />;
  return (
    <>
      {items.length < batch.total && <p className="text-13 text-quiet">{t('ext.first', { n: items.length })}</p>}
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('ext.result')}</caption>
        <TableHead columns={columns} />
        <tbody>
          {items.map((item) => (
            <tr key={item.fileId} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                <Link
                  to="/record-files/$id"
                  params={{ id: item.fileId }}
                  className="touch-target font-bold text-key-900 underline"
                >
                  {item.title}
                </Link>{' '}
                <span className="text-13 text-quiet">
                  {item.volume !== null && item.volume > 1 && `${t('file.volume', { n: item.volume })} `}
                  {item.unitName}
                </span>
              </th>
              <td className="py-2 pr-3">
                <Chip tone={item.outcome === 'extended' ? 'good' : item.outcome === 'refused' ? 'warn' : 'plain'}>
                  {t(`ext.outcome.${item.outcome ?? 'waiting'}` as PlainKey)}
                </Chip>{' '}
                {item.code && t(`ext.code.${item.code}` as PlainKey)}
              </td>
              <td className="py-2 pr-3 whitespace-nowrap">{day(item.fromOn)}</td>
              <td className="py-2 font-bold whitespace-nowrap">{day(item.toOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Steer({ batch }: { batch: ExtensionBatch }) {
  const { t } = useLanguage();
  const steer = useSteerExtension(batch.id);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {(['stop', 'resume'] as const)
        .filter((act) => batch.allowed.includes(act))
        .map((act) => (
          <Button key={act} disabled={steer.isPending} onClick={() => steer.mutate(act)}>
            {t(`ext.${act}`)}
          </Button>
        ))}
      {steer.error && <ProblemNote error={steer.error} />}
    </div>
  );
}

/** 延長の一括処理: how far it is, and what became of each file. */
export function ExtensionPage() {
  const { t, locale } = useLanguage();
  const { id } = useParams({ from: '/shell/extensions/$id' });
  const { data: batch, error, refetch } = useExtension(id);
  const state = (batch?.state ?? 'running') as keyof typeof tones;
  return (
    <Page
      title={batch ? t('ext.title', { years: batch.years }) : t('desk.extensions')}
      aside={
        <Link to="/records" className="touch-target text-key-900 underline">
          {t('nav.desk')}
        </Link>
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!batch && !error && <Loading lines={6} />}
      {batch && (
        <>
          <p className="text-quiet">
            {t('ext.askedBy', { day: formatDay(townDay(batch.askedAt), locale), name: batch.askedByName })}{' '}
            {batch.reason}
          </p>
          <p role="status" className="flex flex-wrap items-center gap-3">
            <Chip tone={tones[state]}>{t(`ext.state.${state}`)}</Chip>
            <b>{t('ext.progress', { done: batch.extended + batch.refused, total: batch.total })}</b>
            <span>{t('ext.counts', { extended: batch.extended, refused: batch.refused })}</span>
          </p>
          <progress
            aria-label={t('desk.extensions')}
            max={batch.total}
            value={batch.extended + batch.refused}
            className="w-full"
          />
          <Steer batch={batch} />
          <Items batch={batch} />
        </>
      )}
    </Page>
  );
}
