import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRecordFiles } from '../../shared/api/records';
import { useMe } from '../../shared/api/session';
import type { RecordFile } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, formatFiscalYear } from '../../shared/wareki/format';

const yearsBack = 30;

function FileRow({ file }: { file: RecordFile }) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : t('filing.notYet'));
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3">
        <Link to="/search" search={{ q: `"${file.title}"` }} className="font-bold text-key-900 underline">
          {file.title}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
          <span>{formatFiscalYear(file.fiscalYear, locale)}</span>
          <span>
            {file.classCode} {file.className}
          </span>
          <span>{file.unitName}</span>
          <span className="@xl:hidden">{t('records.count', { n: file.documentCount })}</span>
          <span className="@xl:hidden">
            {day(file.startsOn)} – {day(file.expiresOn)}
          </span>
        </p>
      </td>
      <td className="py-2 pr-3 whitespace-nowrap">{file.retentionLabel}</td>
      <td className="money hidden py-2 pr-3 @xl:table-cell">{formatNumber(file.documentCount)}</td>
      <td className="hidden py-2 text-13 @xl:table-cell">
        {day(file.startsOn)} – {day(file.expiresOn)}
      </td>
    </tr>
  );
}

/** The record files (簿冊) of the plan, with their retention. */
export function RecordFilesPage() {
  const { t, locale } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/record-files' });
  const list = useRecordFiles(search);
  const files = list.data?.pages.flatMap((page) => page.items) ?? [];
  const thisYear = Number(me.today.slice(0, 4));
  return (
    <Page
      title={t('nav.records')}
      aside={
        <label className="flex items-center gap-2">
          {t('facet.fiscalYear')}
          <select
            value={search.fiscalYear ?? ''}
            onChange={(event) =>
              void navigate({
                to: '/record-files',
                search: event.target.value ? { ...search, fiscalYear: Number(event.target.value) } : {},
              })
            }
            className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
          >
            <option value="">{t('records.allYears')}</option>
            {Array.from({ length: yearsBack }, (_, back) => thisYear - back).map((year) => (
              <option key={year} value={year}>
                {formatFiscalYear(year, locale)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && files.length === 0 && <p className="py-6">{t('records.empty')}</p>}
      {files.length > 0 && (
        <div className="@container">
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('nav.records')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                <th scope="col" className="py-1 font-normal">
                  {t('records.file')}
                </th>
                <th scope="col" className="pr-3 font-normal whitespace-nowrap">
                  {t('filing.retention')}
                </th>
                <th scope="col" className="hidden pr-3 text-right font-normal @xl:table-cell">
                  {t('records.documents')}
                </th>
                <th scope="col" className="hidden font-normal @xl:table-cell">
                  {t('records.period')}
                </th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow key={file.id} file={file} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <p className="text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </Page>
  );
}
