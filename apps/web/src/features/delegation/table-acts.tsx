import { useDiscardTable, usePublishTable, useWithdrawTable } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { AskSheet } from '../../shared/versions/ask-sheet';
import { DaySheet } from '../../shared/versions/day-sheet';
import { DiscardSheet } from '../../shared/versions/discard-sheet';
import { VersionActs } from '../../shared/versions/version-acts';

interface SheetProps {
  table: DelegationTable;
  onClose: () => void;
}

function PublishSheet({ table, onClose }: SheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const publish = usePublishTable(table.id);
  const onSuccess = ({ words, state }: DelegationTable) => {
    announce(state === 'proposed' ? t('delegation.proposed') : t('delegation.published', { words }));
    onClose();
  };
  return (
    <DaySheet
      title={t('delegation.publishTitle')}
      act={t('delegation.publish')}
      text={t('delegation.publishText')}
      write={publish}
      onClose={onClose}
      onSend={(validFrom) => publish.mutate({ revision: table.revision, validFrom }, { onSuccess })}
    />
  );
}

function WithdrawSheet({ table, onClose }: SheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const withdraw = useWithdrawTable(table.id);
  const onSuccess = () => {
    announce(t('delegation.withdrawn'));
    onClose();
  };
  return (
    <AskSheet
      act={t('delegation.withdraw')}
      text={t('delegation.askWithdraw')}
      write={withdraw}
      onClose={onClose}
      onSend={() => withdraw.mutate('withdraw', { onSuccess })}
    />
  );
}

/** What may be done with a version of the table. */
export function TableActs({ table, onGone }: { table: DelegationTable; onGone: () => void }) {
  const t = useT();
  const discard = useDiscardTable(table.id);
  return (
    <VersionActs
      allowed={table.allowed}
      acts={[
        {
          kind: 'publish',
          look: 'primary',
          label: t('delegation.publish'),
          sheet: (onClose) => <PublishSheet table={table} onClose={onClose} />,
        },
        {
          kind: 'withdraw',
          look: 'danger',
          label: t('delegation.withdraw'),
          sheet: (onClose) => <WithdrawSheet table={table} onClose={onClose} />,
        },
        {
          kind: 'discard',
          look: 'danger',
          label: t('version.discard'),
          sheet: (onClose) => <DiscardSheet discard={discard} onClose={onClose} onGone={onGone} />,
        },
      ]}
    />
  );
}
