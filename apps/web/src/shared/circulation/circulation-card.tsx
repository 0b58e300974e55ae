import { useState } from 'react';
import { useStopCirculation, type Circulation, type Reader } from '../api/circulations';
import { useLanguage, useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { later } from '../ui/later';
import { useAnnounce } from '../ui/notice';
import { DayOf, Moment } from '../wareki/day';
import { formatDay } from '../wareki/format';
import { MarkForm } from './mark-form';
import { AddReadersDialog } from './start-dialog';

const ReasonDialog = later(() => import('../acts/reason-dialog'));

function ReaderLine({ reader }: { reader: Reader }) {
  const t = useT();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0">
        {reader.name} <span className="text-13 text-quiet">{`${reader.unitName} ${reader.postTitle}`}</span>
      </span>
      <Chip tone={reader.required ? 'level' : 'plain'}>{t(reader.required ? 'circ.mustRead' : 'circ.mayRead')}</Chip>
      {reader.readAt ? (
        <span className="text-13">
          <Moment at={reader.readAt} />
        </span>
      ) : (
        <span className="text-13 text-quiet">{t('circ.unread')}</span>
      )}
      {reader.asksForDraft && <Chip tone="warn">{t('circ.asksForDraft')}</Chip>}
      {reader.comment && <p className="basis-full border-l-4 border-line pl-2 whitespace-pre-wrap">{reader.comment}</p>}
    </li>
  );
}

function Steering({ circulation }: { circulation: Circulation }) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const stop = useStopCirculation(circulation.id);
  const [open, setOpen] = useState<'add' | 'stop' | null>(null);
  const close = () => setOpen(null);
  return (
    <p className="no-print flex flex-wrap gap-2">
      {circulation.allowed.includes('add_readers') && (
        <Button look="quiet" onClick={() => setOpen('add')}>
          {t('circ.add')}
        </Button>
      )}
      {circulation.allowed.includes('stop') && (
        <Button look="quiet" onClick={() => setOpen('stop')}>
          {t('circ.stop')}
        </Button>
      )}
      {open === 'add' && <AddReadersDialog circulation={circulation} onClose={close} />}
      {open === 'stop' && (
        <ReasonDialog
          title={t('circ.stop')}
          subject={circulation.title}
          confirm={t('circ.stop')}
          danger
          required
          pending={stop.isPending}
          error={stop.error}
          onClose={close}
          onConfirm={(reason) =>
            stop.mutate(reason, {
              onSuccess: () => {
                close();
                announce(t('circ.stopped'));
              },
            })
          }
        />
      )}
    </p>
  );
}

/** One circulation with its readers and what the person may do with it. */
export function CirculationCard({ circulation: one }: { circulation: Circulation }) {
  const { t, locale } = useLanguage();
  const tone = one.state === 'running' ? 'warn' : one.state === 'completed' ? 'good' : 'plain';
  return (
    <section aria-label={t(`circ.mode.${one.mode}`)} className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <p className="flex flex-wrap items-center gap-2 text-13">
        <b className="text-14">{t(`circ.mode.${one.mode}`)}</b>
        <Chip tone={tone}>{t(`circ.state.${one.state}`)}</Chip>
        <span>
          {one.mode === 'reading'
            ? t('circ.count', { read: one.requiredRead, required: one.required })
            : t('circ.readCount', { n: one.read })}
        </span>
        <span className="text-quiet">
          {t('circ.from', { section: one.startedByPost, name: one.startedByName })} <DayOf at={one.startedAt} />
        </span>
        {one.readByOn && <span>{t('circ.readBy', { day: formatDay(one.readByOn, locale) })}</span>}
      </p>
      {one.mode === 'broadcast' && (
        <p className="text-13">
          {t('circ.to', { names: one.audience.length > 0 ? one.audience.join(', ') : t('circ.everybody') })}
        </p>
      )}
      {one.note && <p className="whitespace-pre-wrap">{one.note}</p>}
      {one.stopReason && <p>{t('circ.stopReason', { reason: one.stopReason })}</p>}
      {one.readers.length > 0 && (
        <ul aria-label={t('circ.readers')} className="divide-y divide-line border-y border-line">
          {one.readers.map((reader) => (
            <ReaderLine key={reader.staffNo} reader={reader} />
          ))}
        </ul>
      )}
      {one.allowed.includes('mark_read') && <MarkForm circulation={one} />}
      <Steering circulation={one} />
    </section>
  );
}
