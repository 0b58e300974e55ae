import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type DueFile, type DueSearch, dueAddress, useDueFiles } from '../../shared/api/keeping';
import { useMe } from '../../shared/api/session';
import { RowTick, useTicks } from '../../shared/form/picked';
import { HoldChip } from '../../shared/holds/hold-marks';
import { useLanguage } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { fiscalYearOf } from '../../shared/wareki/fiscal-year';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';
import { DueFilters } from './due-filters';

const ExtendSheet = later(() => import('../../shared/keeping/extend-sheet'));
const measures = ['destroy', 'transfer', 'appraise', 'review'] as const;

interface RowProps {
  readonly file: DueFile;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

function Row({ file, ticked, onTick }: RowProps) {
  const { t, locale } = useLanguage();
  const measure = measures.find((one) => one === file.disposition);
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : '');
  return (
    <tr className="border-b border-line align-top">
      <td className="no-print py-1">
        <RowTick label={t('due.tick', { title: file.title })} checked={ticked} onChange={onTick} />
      </td>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <Link to="/record-files/$id" params={{ id: file.id }} className="touch-target font-bold text-key-900 underline">
          {file.title}
        </Link>
        <span className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{file.unitName}</span>
          <span>{formatFiscalYear(file.fiscalYear, locale)}</span>
          <span>{file.classCode}</span>
          {file.volume > 1 && <span>{t('file.volume', { n: file.volume })}</span>}
          <span>{file.retentionLabel}</span>
          <span>{t('attention.doc', { n: file.documentCount })}</span>
        </span>
        <HoldChip hold={file.hold} />
      </th>
      <td className="py-2 pr-3 whitespace-nowrap">
        {day(file.expiresOn)}
        {file.extensionCount > 0 && <span className="block text-13">{t('due.times', { n: file.extensionCount })}</span>}
      </td>
      <td className="py-2 pr-3 whitespace-nowrap font-bold">{day(file.extendedTo)}</td>
      <td className="py-2 whitespace-nowrap">{measure && t(`due.measure.${measure}`)}</td>
    </tr>
  );
}

function DueTable({ files, ticks }: { files: readonly DueFile[]; ticks: ReturnType<typeof useTicks> }) {
  const { t } = useLanguage();
  const all = files.every(({ id }) => ticks.has(id));
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t('nav.due')}</caption>
      <thead className="border-b border-solid-gray-536 text-left text-13">
        <tr>
          <td className="no-print">
            <RowTick
              label={t('due.tickAll')}
              checked={all}
              onChange={() => ticks.set(all ? [] : files.map(({ id }) => id))}
            />
          </td>
          {(['due.file', 'due.expires', 'due.after', 'due.measure'] as const).map((key) => (
            <th key={key} scope="col" className="py-1 pr-3 font-normal">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <Row key={file.id} file={file} ticked={ticks.has(file.id)} onTick={() => ticks.toggle(file.id)} />
        ))}
      </tbody>
    </table>
  );
}

/** 満了簿冊 of a fiscal year, by expiry: to print, to save, and to extend many at once with the dates seen before. */
export function DuePage() {
  const { t } = useLanguage();
  const { today } = useMe();
  const navigate = useNavigate();
  const search: DueSearch = useSearch({ from: '/shell/due-files' });
  const list = useDueFiles(search);
  const ticks = useTicks();
  const [extending, setExtending] = useState<'ticked' | 'all' | null>(null);
  const files = list.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (next: DueSearch) => {
    ticks.set([]);
    void navigate({ to: '/due-files', search: next });
  };
  const { extendYears, held: _, ...due } = search;
  return (
    <Page
      title={t('nav.due')}
      aside={
        <nav aria-label={t('nav.due')} className="no-print flex flex-wrap gap-2">
          <a className={buttonClass('link')} href={dueAddress('csv', search)} download>
            {t('due.csv')}
          </a>
          <a className={buttonClass('link')} href={dueAddress('pdf', search)} target="_blank" rel="noreferrer">
            {t('due.pdf')}
          </a>
        </nav>
      }
    >
      <DueFilters
        search={search}
        thisYear={fiscalYearOf(today)}
        unitName={files[0]?.unitName ?? String(search.unit ?? '')}
        onChange={show}
      />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && files.length === 0 && <p className="py-6">{t('due.empty')}</p>}
      {files.length > 0 && (
        <>
          <p className="no-print flex flex-wrap gap-2">
            <Button look="primary" disabled={ticks.ticked.length === 0} onClick={() => setExtending('ticked')}>
              {t('due.extend', { n: ticks.ticked.length })}
            </Button>
            {search.held === undefined && <Button onClick={() => setExtending('all')}>{t('due.extendAll')}</Button>}
          </p>
          <DueTable files={files} ticks={ticks} />
        </>
      )}
      <MoreButton list={list} />
      {extending && (
        <ExtendSheet
          files={extending === 'all' ? { due } : { chosen: files.filter(({ id }) => ticks.has(id)) }}
          years={extendYears ?? null}
          onClose={() => setExtending(null)}
        />
      )}
    </Page>
  );
}
