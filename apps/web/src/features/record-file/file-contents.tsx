import { Link } from '@tanstack/react-router';
import { type FileDetail, type FileDocument, useFileContents } from '../../shared/api/keeping';
import { RowTick, type useTicks } from '../../shared/form/picked';
import { useLanguage } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { TableHead } from '../../shared/ui/table-head';
import { formatDay } from '../../shared/wareki/format';

type Ticks = ReturnType<typeof useTicks>;
const columns = ['file.document', 'file.decidedOn', 'filing.closedOn', 'file.event', 'filing.expiresOn'] as const;

function Row({ document, file, ticks }: { document: FileDocument; file: FileDetail; ticks: Ticks }) {
  const { t, locale } = useLanguage();
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : '');
  const none = t(file.years === null ? 'filing.noEnd' : 'filing.notYet');
  const title = document.title ?? t('holds.hidden');
  return (
    <tr className="border-b border-line align-top">
      <td className="no-print py-1">
        <RowTick
          label={t('file.tick', { title })}
          checked={ticks.has(document.id)}
          onChange={() => ticks.toggle(document.id)}
        />
      </td>
      <th scope="row" className="min-w-48 py-2 pr-3 text-left font-normal">
        {document.title === null ? (
          title
        ) : (
          <Link
            to="/documents/$id"
            params={{ id: document.id }}
            className="touch-target font-bold text-key-900 underline"
          >
            {title}
          </Link>
        )}{' '}
        {document.isHeld && <Chip tone="urgent">{t('holds.mark')}</Chip>}
      </th>
      <td className="py-2 pr-3 whitespace-nowrap">{day(document.decidedOn)}</td>
      <td className="py-2 pr-3 whitespace-nowrap">{day(document.closedOn)}</td>
      <td className="py-2 pr-3 whitespace-nowrap">{day(document.eventOn)}</td>
      <td className="py-2 whitespace-nowrap">{document.expiresOn ? day(document.expiresOn) : none}</td>
    </tr>
  );
}

/** The documents of the file, to be ticked for what is done with some of them. */
export function FileContents({ file, ticks }: { file: FileDetail; ticks: Ticks }) {
  const { t } = useLanguage();
  const list = useFileContents(file.id);
  const documents = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="contents">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <h2 id="contents" className="text-18">
          {t('file.contents')}
        </h2>
        <Link
          to="/search"
          search={{ file: [file.id] }}
          className="no-print touch-target text-13 text-key-900 underline"
        >
          {t('file.searchIn')}
        </Link>
      </div>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={4} />}
      {list.data && documents.length === 0 && (
        <p>{t(file.state === 'open' ? 'file.noContents' : 'file.noContentsLeft')}</p>
      )}
      {documents.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('file.contents')}>
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('file.contents')}</caption>
            <TableHead columns={columns} ticked />
            <tbody>
              {documents.map((document) => (
                <Row key={document.id} document={document} file={file} ticks={ticks} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton list={list} />
    </section>
  );
}
