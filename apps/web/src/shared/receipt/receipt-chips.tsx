import type { ReceiptListItem } from '../api/receipts';
import { confidentialityLabel } from '../i18n/labels';
import { useT } from '../i18n/translate';
import { Chip } from '../ui/chip';

const tones = {
  arrived: 'warn',
  open: 'warn',
  circulating: 'level',
  read: 'good',
  drafted: 'good',
  not_needed: 'plain',
  sent_back: 'plain',
} as const;

/** Where a receipt stands, in short words. */
export function ReceiptChips({ item }: { item: ReceiptListItem }) {
  const t = useT();
  return (
    <>
      <Chip tone={tones[item.state]}>{t(`receipt.state.${item.state}`)}</Chip>
      {item.reply === 'overdue' && <Chip tone="urgent">{t('receipt.reply.overdue')}</Chip>}
      {item.reply === 'due_soon' && <Chip tone="warn">{t('receipt.reply.due_soon')}</Chip>}
      {item.reply === 'replied' && <Chip tone="good">{t('receipt.reply.replied')}</Chip>}
      {item.draftAsked && <Chip tone="again">{t('receipt.draftAsked')}</Chip>}
      {item.backDated && <Chip>{t('receipt.backDated')}</Chip>}
      {item.arrivalIsExact && <Chip>{t('receipt.exact')}</Chip>}
      {item.confidentiality !== 'none' && <Chip tone="urgent">{t(confidentialityLabel(item.confidentiality))}</Chip>}
    </>
  );
}
