import { useEffect } from 'react';
import type { BulkKind, InboxItem } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { formatYen } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { bulkVerb, totalAmount } from './inbox-item';
import { LaterBulkSheet } from './later';

interface SelectionBarProps {
  items: readonly InboxItem[];
  agree: BulkKind;
  onReturn: () => void;
  onApprove: () => void;
  onClear: () => void;
}

/** What is ticked, what it sums to, and the act with its true count. */
export function SelectionBar({ items, agree, onApprove, onReturn, onClear }: SelectionBarProps) {
  const { t, locale } = useLanguage();
  useEffect(LaterBulkSheet.fetch, []);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <b>{t('inbox.selected', { n: items.length })}</b>
      <span className="text-13">{t('inbox.total', { amount: formatYen(totalAmount(items), locale) })}</span>
      <Button look="primary" onClick={onApprove} aria-keyshortcuts="A">
        {t(`bulk.act.${bulkVerb(items, agree)}`, { n: items.length })}
      </Button>
      {agree === 'approve' && (
        <Button onClick={onReturn} aria-keyshortcuts="R">
          {t('bulk.act.return', { n: items.length })}
        </Button>
      )}
      <Button look="link" onClick={onClear}>
        {t('inbox.clear')}
      </Button>
    </div>
  );
}
