import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useScanArrivals, type ScanArrival, type ScanArrivalState } from '../../shared/api/scan-arrivals';
import { useT } from '../../shared/i18n/translate';
import { formatBytes } from '../../shared/money/yen';
import { Button, buttonClass } from '../../shared/ui/button';
import { Chip, type ChipTone } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Moment } from '../../shared/wareki/day';

const TONES: Readonly<Record<ScanArrivalState, ChipTone>> = {
  taken: 'good',
  repeated: 'plain',
  refused: 'again',
  waiting: 'warn',
};
const VIEWS = [undefined, 'refused', 'waiting'] as const;

function Became({ arrival }: { arrival: ScanArrival }) {
  const t = useT();
  const { reason, receipts, state } = arrival;
  return (
    <div className="min-w-0">
      {reason && (
        <p>
          <b>{reason.title}</b>
          <span className="block text-13">{reason.detail}</span>
          {state === 'refused' && (
            <span className="block text-13 text-quiet">{t('scans.aside', { id: arrival.id })}</span>
          )}
        </p>
      )}
      {state === 'repeated' && <p className="text-13">{t('scans.repeatedHelp')}</p>}
      <ul>
        {receipts.map(({ receiptId, subject, receiptNumber }) => (
          <li key={receiptId}>
            <Link to="/receipts/$id" params={{ id: receiptId }} className={buttonClass('link')}>
              {receiptNumber ? `${receiptNumber} ${subject}` : subject}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ArrivalLine({ arrival }: { arrival: ScanArrival }) {
  const t = useT();
  const { fileName, bytes, inletName, state, arrivedAt } = arrival;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <Chip tone={TONES[state]}>{t(`scans.state.${state}`)}</Chip>
          <b className="min-w-0 break-all">{fileName}</b>
        </p>
        <p className="text-13 text-quiet">
          {inletName} · <Moment at={arrivedAt} /> · {formatBytes(bytes)}
        </p>
      </div>
      <Became arrival={arrival} />
    </li>
  );
}

/** スキャナー取込み: what became of the files that scanners laid down, and what to do with those that were kept out. */
export function ScanArrivalsPage() {
  const t = useT();
  const [state, setState] = useState<ScanArrivalState | undefined>(undefined);
  const list = useScanArrivals(state);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const watched = list.data?.pages[0]?.watched ?? true;
  return (
    <Page
      title={t('scans.title')}
      aside={
        <a className={buttonClass('link', 'no-print')} href="/api/v1/scan-arrivals/separator.pdf" target="_blank">
          {t('scans.separator')}
        </a>
      }
    >
      <p>{t('scans.help')}</p>
      <div role="group" aria-label={t('scans.views')} className="no-print flex flex-wrap gap-2">
        {VIEWS.map((view) => (
          <Button
            key={view ?? 'all'}
            look={view === state ? 'primary' : 'quiet'}
            aria-pressed={view === state}
            onClick={() => setState(view)}
          >
            {t(view ? `scans.state.${view}` : 'scans.all')}
          </Button>
        ))}
      </div>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {!watched && <p className="py-2">{t('scans.notWatched')}</p>}
      {list.data && watched && items.length === 0 && <p className="py-6">{t('scans.empty')}</p>}
      {items.length > 0 && (
        <ul aria-label={t('scans.title')}>
          {items.map((arrival) => (
            <ArrivalLine key={arrival.id} arrival={arrival} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </Page>
  );
}
