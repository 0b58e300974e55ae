import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { type RecordFileSearch, useRecordFiles } from '../../shared/api/records';
import { useMe } from '../../shared/api/session';
import type { RecordFile } from '../../shared/api/types';
import { RowTick, SelectInput, useTicks } from '../../shared/form/picked';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Day } from '../../shared/wareki/day';
import { formatFiscalYear } from '../../shared/wareki/format';

const HoldSheet = later(() => import('../../shared/holds/hold-sheet'));
const yearsBack = 30;

interface FileRowProps {
  readonly file: RecordFile;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

function FileRow({ file, ticked, onTick }: FileRowProps) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? <Day on={iso} /> : t('filing.notYet'));
  const end = file.endless ? t('filing.noEnd') : day(file.expiresOn);
  return (
    <tr className="border-b border-line align-top">
      <td className="no-print py-1">
        <RowTick label={t('records.tick', { title: file.title })} checked={ticked} onChange={onTick} />
      </td>
      <td className="py-2 pr-3">
        <Link to="/record-files/$id" params={{ id: file.id }} className="font-bold text-key-900 underline">
          {file.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{formatFiscalYear(file.fiscalYear, locale)}</span>
          <span>
            {file.classCode} {file.className}
          </span>
          {file.volume > 1 && <span>{t('file.volume', { n: file.volume })}</span>}
          <span>{file.unitName}</span>
          <span className="@xl:hidden">{t('records.count', { n: file.documentCount })}</span>
          <span className="break-keep @xl:hidden">
            {day(file.startsOn)} – {end}
          </span>
        </p>
      </td>
      <td className="py-2 pr-3 whitespace-nowrap">{file.retentionLabel}</td>
      <td className="money hidden py-2 pr-3 @xl:table-cell">{formatNumber(file.documentCount)}</td>
      <td className="hidden py-2 text-13 break-keep @xl:table-cell">
        {day(file.startsOn)} – {end}
      </td>
    </tr>
  );
}

interface FiltersProps {
  readonly search: RecordFileSearch;
  readonly thisYear: number;
}

function Filters({ search, thisYear }: FiltersProps) {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const [words, setWords] = useState(String(search.words ?? ''));
  const show = (next: RecordFileSearch) => void navigate({ to: '/record-files', search: next });
  const years = Array.from({ length: yearsBack }, (_, back) => thisYear - back);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { words: _, ...rest } = search;
    show(words.trim() === '' ? rest : { ...rest, words: words.trim() });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-3">
      <label className="flex items-center gap-2">
        {t('records.words')}
        <input
          type="text"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="touch-target w-48 rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
        />
      </label>
      <SelectInput
        label={t('facet.fiscalYear')}
        value={String(search.fiscalYear ?? '')}
        options={[
          ['', t('records.allYears')] as const,
          ...years.map((year) => [String(year), formatFiscalYear(year, locale)] as const),
        ]}
        onChange={(year) => {
          const { fiscalYear: _, ...rest } = search;
          show(year === '' ? rest : { ...rest, fiscalYear: Number(year) });
        }}
      />
      <Button type="submit">{t('records.find')}</Button>
    </form>
  );
}

/** The record files (簿冊) of the plan, with their retention; several are held at once from here. */
export function RecordFilesPage() {
  const { t } = useLanguage();
  const me = useMe();
  const search = useSearch({ from: '/shell/record-files' });
  const list = useRecordFiles(search);
  const files = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ticks = useTicks();
  const [holding, setHolding] = useState(false);
  return (
    <Page
      title={t('nav.records')}
      aside={<Filters key={search.words} search={search} thisYear={Number(me.today.slice(0, 4))} />}
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && files.length === 0 && <p className="py-6">{t('records.empty')}</p>}
      {ticks.ticked.length > 0 && (
        <p className="no-print flex flex-wrap items-center gap-3">
          <b>{t('records.chosen', { n: ticks.ticked.length })}</b>
          <Button onClick={() => setHolding(true)}>{t('holds.place')}</Button>
        </p>
      )}
      {files.length > 0 && (
        <div className="@container">
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('nav.records')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                <td className="no-print" />
                <th scope="col" className="py-1 font-normal">
                  {t('records.file')}
                </th>
                <th scope="col" className="pr-3 font-normal whitespace-nowrap">
                  {t('filing.retention')}
                </th>
                <th scope="col" className="hidden pr-3 text-right font-normal whitespace-nowrap @xl:table-cell">
                  {t('records.documents')}
                </th>
                <th scope="col" className="hidden font-normal @xl:table-cell">
                  {t('records.period')}
                </th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.id} file={file} ticked={ticks.has(file.id)} onTick={() => ticks.toggle(file.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton list={list} />
      {holding && (
        <HoldSheet
          fileIds={ticks.ticked}
          documentIds={[]}
          onClose={() => {
            setHolding(false);
            ticks.set([]);
          }}
        />
      )}
    </Page>
  );
}
