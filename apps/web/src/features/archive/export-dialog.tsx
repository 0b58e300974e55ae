import { useState, type FormEvent } from 'react';
import { ReasonField } from '../../shared/acts/reason-field';
import { useCancelExport, useExports, useOrderExport } from '../../shared/api/exports';
import type { SearchExport } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatBytes, formatNumber } from '../../shared/money/yen';
import { Button, buttonClass } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { DayOf } from '../../shared/wareki/day';
import { conditionsOf, type ArchiveSearch } from './archive-search';

const kinds = ['list', 'package'] as const;

/** One export: how far it is, and the file when it is there. */
function ExportLine({ one, onCancel }: { one: SearchExport; onCancel: () => void }) {
  const t = useT();
  const isGoing = one.state === 'waiting' || one.state === 'running';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        <b>{t(`export.${one.kind}`)}</b> <DayOf at={one.orderedAt} /> {one.reason}
      </span>
      <span role="status" className="text-13">
        {t(`export.state.${one.state}`)}{' '}
        {t('export.progress', { done: formatNumber(one.done), total: formatNumber(one.total) })}
      </span>
      {isGoing && <progress aria-label={t('export.going')} value={one.done} max={one.total} />}
      {one.fileUrl && (
        <a className={buttonClass('link')} href={one.fileUrl} download>
          {t('export.take', { size: formatBytes(one.bytes ?? 0) })}
        </a>
      )}
      {one.canCancel && (
        <Button look="quiet" onClick={onCancel}>
          {t(isGoing ? 'export.cancel' : 'export.discard')}
        </Button>
      )}
    </li>
  );
}

/** Asks what is exported and why; the reason is kept in the ledger. Below, what was ordered and how far it is. */
export default function ExportDialog({ search, onClose }: { search: ArchiveSearch; onClose: () => void }) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<SearchExport['kind']>('list');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const list = useExports();
  const order = useOrderExport();
  const cancel = useCancelExport();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') order.mutate({ kind, reason: reason.trim(), conditions: conditionsOf(search) });
  };
  return (
    <SheetDialog title={t('export.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <fieldset className="flex flex-wrap gap-4">
          <legend className="font-bold">{t('export.what')}</legend>
          {kinds.map((one) => (
            <label key={one} className="touch-target inline-flex items-center gap-2">
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              {t(`export.${one}`)}
            </label>
          ))}
        </fieldset>
        <p className="text-13 text-quiet">{t('export.help')}</p>
        <ReasonField value={reason} required missing={missing} onChange={setReason} />
        {order.error && <ProblemNote error={order.error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={order.isPending}>
            {t('export.do')}
          </Button>
        </SheetFoot>
      </form>
      {cancel.error && <ProblemNote error={cancel.error} />}
      {list.data && list.data.length > 0 && (
        <ul aria-label={t('export.ordered')}>
          {list.data.map((one) => (
            <ExportLine key={one.id} one={one} onCancel={() => cancel.mutate(one.id)} />
          ))}
        </ul>
      )}
    </SheetDialog>
  );
}
