import { useState } from 'react';
import { useOpenTitle, useTitles } from '../../shared/api/titles';
import type { OpenedDocument, TitlesOnly } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import { MarkedText } from '../../shared/ui/marked-text';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { conditionsOf, type ArchiveSearch } from './archive-search';

const ReasonDialog = later(() => import('../../shared/acts/reason-dialog'));

/** What was opened for a reason: its text and its files. */
function Opened({ opened, onClose }: { opened: OpenedDocument; onClose: () => void }) {
  const t = useT();
  return (
    <SheetDialog title={opened.title} onClose={onClose} wide>
      <p className="text-13 text-quiet">
        {opened.number} {opened.sectionName} {opened.drafterName}
      </p>
      <dl className="flex flex-col gap-2">
        {opened.texts.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-13 font-bold">{label}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
      <ul>
        {opened.attachments.map(({ id, fileName, bytes }) => (
          <li key={id}>
            <a
              href={`/api/v1/search/openings/${opened.id}/attachments/${id}`}
              download
              className="touch-target text-key-900 underline"
            >
              {fileName} {formatBytes(bytes)}
            </a>
          </li>
        ))}
      </ul>
      <SheetFoot>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </SheetFoot>
    </SheetDialog>
  );
}

/** To records officers: what may not be read, by number and title; each is opened for a reason that is kept. */
export function TitlesOnlyGroup({ search }: { search: ArchiveSearch }) {
  const t = useT();
  const found = useTitles(conditionsOf(search), Boolean(search.q));
  const open = useOpenTitle();
  const [asked, setAsked] = useState<TitlesOnly['items'][number] | null>(null);
  if (!found.data?.isOffered || found.data.items.length === 0) return null;
  return (
    <details className="shrink-0 border-b border-line bg-solid-gray-50">
      <summary className="touch-target px-3 py-2 font-bold">
        {t(found.data.more ? 'titles.summaryMore' : 'titles.summary', { n: found.data.items.length })}
      </summary>
      <ul className="max-h-56 overflow-y-auto px-3 pb-2">
        {found.data.items.map((item) => (
          <li key={item.documentId} className="flex flex-wrap items-center gap-2 py-1">
            <span className="text-13 text-quiet">{item.number}</span>
            <span className="min-w-0 flex-1">
              <MarkedText text={item.title} marks={item.titleMarks} />
            </span>
            <Button
              look="quiet"
              aria-label={t('titles.openNamed', { title: item.title })}
              onClick={() => {
                open.reset();
                setAsked(item);
              }}
            >
              {t('titles.open')}
            </Button>
          </li>
        ))}
      </ul>
      {asked && !open.data && (
        <ReasonDialog
          title={t('titles.open')}
          subject={asked.title}
          confirm={t('titles.confirm')}
          required
          pending={open.isPending}
          error={open.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => open.mutate({ documentId: asked.documentId, reason })}
        />
      )}
      {asked && open.data && <Opened opened={open.data} onClose={() => setAsked(null)} />}
    </details>
  );
}
