import { useState } from 'react';
import type { FileDetail } from '../../shared/api/keeping';
import type { useTicks } from '../../shared/form/picked';
import { type PlainKey, useLanguage } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';
import type { ReasonAct } from './reason-sheet';

const HoldSheet = later(() => import('../../shared/holds/hold-sheet'));
const ReviewSheet = later(() => import('../../shared/keeping/review-sheet'));
const ExtendSheet = later(() => import('../../shared/keeping/extend-sheet'));
const EventSheet = later(() => import('./event-sheet'));
const RetentionSheet = later(() => import('./retention-sheet'));
const ClosingSheet = later(() => import('./closing-sheet'));
const ReasonSheet = later(() => import('./reason-sheet'));
const SplitSheet = later(() => import('./split-sheet'));
const RefileSheet = later(() => import('./refile-sheet'));

type Open =
  | 'hold'
  | 'holdDocuments'
  | 'set_event'
  | 'eventOf'
  | 'refile'
  | 'split'
  | 'extend'
  | 'change_retention'
  | 'review'
  | 'close_file'
  | ReasonAct;
type Ticks = ReturnType<typeof useTicks>;

interface ActsProps {
  readonly file: FileDetail;
  readonly ticks: Ticks;
}

const wholeFile = [
  'hold',
  'set_event',
  'extend',
  'change_retention',
  'review',
  'make_continuing',
  'make_yearly',
  'close_file',
  'reopen',
  'remove',
] as const;

/** What is done with the ticked documents: the act of the API that allows it, and how many it takes. */
const ofDocuments = [
  { open: 'holdDocuments', act: 'hold', most: 1000 },
  { open: 'eventOf', act: 'set_event', most: 1 },
  { open: 'refile', act: 'refile', most: 1000 },
  { open: 'split', act: 'split', most: 1000 },
] as const;

function Sheet({ file, ticks, open, onClose }: ActsProps & { open: Open; onClose: () => void }) {
  const done = () => {
    ticks.set([]);
    onClose();
  };
  switch (open) {
    case 'hold':
      return <HoldSheet fileIds={[file.id]} documentIds={[]} onClose={onClose} />;
    case 'holdDocuments':
      return <HoldSheet fileIds={[]} documentIds={ticks.ticked} onClose={done} />;
    case 'set_event':
      return <EventSheet target={{ fileId: file.id }} before={file.eventOn} onClose={onClose} />;
    case 'eventOf':
      return <EventSheet target={{ documentId: ticks.ticked[0] ?? '' }} before={null} onClose={done} />;
    case 'refile':
      return <RefileSheet file={file} documentIds={ticks.ticked} onClose={done} />;
    case 'split':
      return <SplitSheet file={file} documentIds={ticks.ticked} onClose={done} />;
    case 'extend':
      return <ExtendSheet files={{ chosen: [file] }} years={null} onClose={onClose} />;
    case 'change_retention':
      return <RetentionSheet file={file} onClose={onClose} />;
    case 'close_file':
      return <ClosingSheet file={file} onClose={onClose} />;
    case 'reopen':
    case 'make_continuing':
    case 'make_yearly':
    case 'remove':
      return <ReasonSheet file={file} act={open} onClose={onClose} />;
    case 'review':
      return <ReviewSheet fileId={file.id} title={file.title} onClose={onClose} />;
  }
}

/** What may be done with the file and with what is ticked in it; of the rest why not (KEEP-5). */
export function FileActs({ file, ticks }: ActsProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const may = (act: string) => file.acts.some((one) => one.act === act && one.allowed);
  const count = ticks.ticked.length;
  const refused = file.acts.filter(({ reason }) => reason !== null);
  useShortcuts([
    ...(may('hold') ? [{ keys: ['h'], label: 'file.act.hold' as const, run: () => setOpen('hold') }] : []),
    ...(may('extend') ? [{ keys: ['e'], label: 'file.act.extend' as const, run: () => setOpen('extend') }] : []),
  ]);
  return (
    <div className="no-print flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {wholeFile.filter(may).map((act) => (
          <Button key={act} onClick={() => setOpen(act)}>
            {t(`file.act.${act}`)}
          </Button>
        ))}
      </div>
      {count > 0 && (
        <div role="group" aria-label={t('file.chosen', { n: count })} className="flex flex-wrap items-center gap-2">
          <b>{t('file.chosen', { n: count })}</b>
          {ofDocuments
            .filter(({ act, most }) => may(act) && count <= most)
            .map((one) => (
              <Button key={one.open} onClick={() => setOpen(one.open)}>
                {t(`file.act.${one.open}`)}
              </Button>
            ))}
        </div>
      )}
      {refused.length > 0 && (
        <details>
          <summary className="touch-target cursor-pointer text-13">{t('file.notNow')}</summary>
          <ul className="list-disc pl-6 text-13">
            {refused.map(({ act, reason }) => (
              <li key={act}>
                <b>{t(`file.act.${act}` as PlainKey)}</b> {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && <Sheet file={file} ticks={ticks} open={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
