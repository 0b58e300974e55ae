import ReasonDialog from '../../shared/acts/reason-dialog';
import { useVoidNumber } from '../../shared/api/execution';
import type { NumberLine } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';

/** 欠番: asks the reason, and says before that a void number never comes back. */
export function VoidDialog({ line, onClose }: { line: NumberLine; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const voiding = useVoidNumber();
  const { seriesCode: series, symbol, year, serial, branch, text } = line;
  return (
    <ReasonDialog
      title={t('numbers.voidTitle', { number: text })}
      subject={t('numbers.voidHelp')}
      confirm={t('numbers.void')}
      danger
      required
      pending={voiding.isPending}
      error={voiding.error}
      onClose={onClose}
      onConfirm={(reason) =>
        voiding.mutate(
          { series, symbol, year, serial, branch, reason },
          {
            onSuccess: () => {
              announce(t('numbers.voided', { number: text }));
              onClose();
            },
          },
        )
      }
    />
  );
}
