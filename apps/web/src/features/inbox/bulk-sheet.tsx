import { useMemo, useState, type KeyboardEvent } from 'react';
import { insertTemplate, ReasonField } from '../../shared/acts/reason-field';
import { templateAt, useReturnTemplates } from '../../shared/acts/return-templates';
import { useBulkAct, useBulkPreview } from '../../shared/api/bulk';
import type { BulkKind, BulkPreview, InboxItem } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { BulkOutcomes } from './bulk-outcomes';
import { bulkItems, bulkVerb } from './inbox-item';

function Totals({ preview }: { preview: BulkPreview }) {
  const { t, locale } = useLanguage();
  const figures: [string, string][] = [
    [t('bulk.totalAmount'), formatYen(preview.totalAmount, locale)],
    [t('chip.urgent'), String(preview.urgent)],
    [t('chip.again'), String(preview.resubmitted)],
    [t('bulk.unread'), String(preview.unread)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-[2fr_1fr_1fr_1fr]">
      {figures.map(([label, figure]) => (
        <div key={label} className="rounded-8 bg-solid-gray-50 px-3 py-2">
          <dt className="text-13">{label}</dt>
          <dd className="text-18 font-bold">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ preview }: { preview: BulkPreview }) {
  const { t } = useLanguage();
  return (
    <ul
      className="max-h-[40vh] divide-y divide-line overflow-y-auto border-y border-solid-gray-420"
      data-scrolls
      tabIndex={0}
      aria-label={t('bulk.list')}
    >
      {preview.excluded.map((line) => (
        <li key={line.seatId} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5 text-13">
          <span>{line.title}</span>
          <span className="flex items-baseline gap-2">
            <span className="text-quiet">{line.reason}</span> <Chip tone="warn">{t('bulk.individually')}</Chip>
          </span>
        </li>
      ))}
      {preview.eligible.map((line) => (
        <li key={line.seatId} className="py-1.5 text-13">
          {line.title}
        </li>
      ))}
    </ul>
  );
}

interface BulkSheetProps {
  items: readonly InboxItem[];
  kind: BulkKind;
  onClose: () => void;
  /** Rows that have left the inbox, and the seats whose decision can still be undone. */
  onDone: (gone: ReadonlySet<string>, staged: readonly string[]) => void;
}

/** Look before a bulk act: totals, what is left out and why, and a button that says exactly what will happen. */
export default function BulkSheet({ items, kind, onClose, onDone }: BulkSheetProps) {
  const { t } = useLanguage();
  const request = useMemo(() => bulkItems(items), [items]);
  const verb = bulkVerb(items, kind);
  const preview = useBulkPreview(request, kind);
  const approve = useBulkAct();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const eligible = preview.data?.eligible ?? [];
  const [leftOut, setLeftOut] = useState<BulkPreview['excluded']>([]);

  const templates = useReturnTemplates();
  const onKeyDown = (event: KeyboardEvent) => {
    const template = templateAt(event, templates);
    if (template === undefined) return;
    event.preventDefault();
    setComment(insertTemplate(comment, template));
  };

  const confirm = () => {
    setMissing(kind === 'return' && comment.trim() === '');
    if (kind === 'return' && comment.trim() === '') return;
    setLeftOut(preview.data?.excluded ?? []);
    const allowed = new Set(eligible.map((line) => line.seatId));
    const sent = request.filter((item) => allowed.has(item.seatId));
    approve.mutate({ kind, items: sent, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) });
  };
  const close = () => {
    if (!approve.data) return onClose();
    const staged = approve.data.outcomes.filter((line) => line.outcome === 'staged');
    const gone = [...staged, ...approve.data.outcomes.filter((line) => line.outcome === 'applied')];
    onDone(
      new Set(gone.map((line) => `${line.documentId}:${line.seatId}`)),
      staged.map((line) => line.seatId),
    );
  };

  if (approve.data) return <BulkOutcomes result={approve.data} leftOut={leftOut} onClose={close} />;
  return (
    <SheetDialog title={t(`bulk.title.${verb}`, { n: items.length })} onClose={close} dismissable={!approve.isPending}>
      <div className="contents" {...(kind === 'return' && { onKeyDown })}>
        {preview.error && <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <Loading />}
        {preview.data && (
          <>
            <Totals preview={preview.data} />
            {preview.data.excluded.length > 0 && <p>{t('bulk.excluded', { n: preview.data.excluded.length })}</p>}
            <Lines preview={preview.data} />
          </>
        )}
        {preview.data && kind === 'return' && (
          <div className="flex flex-col gap-3">
            <ReasonField value={comment} required missing={missing} templates={templates} onChange={setComment} />
          </div>
        )}
        {approve.error && <ProblemNote error={approve.error} />}
        <SheetFoot>
          <Button onClick={close} disabled={approve.isPending}>
            {t('common.back')}
          </Button>
          {preview.data && (
            <Button
              autoFocus={kind !== 'return'}
              look="primary"
              disabled={eligible.length === 0 || approve.isPending}
              onClick={confirm}
            >
              {t(`bulk.do.${verb}`, { n: eligible.length })}
            </Button>
          )}
        </SheetFoot>
      </div>
    </SheetDialog>
  );
}
