import { useState } from 'react';
import { useDiscardTable, usePublishTable, useWithdrawTable } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { AskSheet } from '../../shared/versions/ask-sheet';
import { DaySheet } from '../../shared/versions/day-sheet';

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

function DiscardSheet({ table, onClose, onGone }: SheetProps & { onGone: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const discard = useDiscardTable(table.id);
  const onSuccess = () => {
    announce(t('version.discarded'));
    onGone();
  };
  return (
    <AskSheet
      act={t('version.discard')}
      text={t('version.askDiscard')}
      write={discard}
      onClose={onClose}
      onSend={() => discard.mutate('discard', { onSuccess })}
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

/** What may be done with the version: the API says what, each asks once more. */
export function VersionActs({ table, onGone }: { table: DelegationTable; onGone: () => void }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState<'publish' | 'discard' | 'withdraw' | null>(null);
  const close = () => setAsking(null);
  const may = (act: string) => table.allowed.includes(act);
  return (
    <div className="flex flex-wrap gap-2">
      {may('publish') && (
        <Button look="primary" onClick={() => setAsking('publish')}>
          {t('delegation.publish')}
        </Button>
      )}
      {may('withdraw') && (
        <Button look="danger" onClick={() => setAsking('withdraw')}>
          {t('delegation.withdraw')}
        </Button>
      )}
      {may('discard') && (
        <Button look="danger" onClick={() => setAsking('discard')}>
          {t('version.discard')}
        </Button>
      )}
      {asking === 'publish' && <PublishSheet table={table} onClose={close} />}
      {asking === 'discard' && <DiscardSheet table={table} onClose={close} onGone={onGone} />}
      {asking === 'withdraw' && <WithdrawSheet table={table} onClose={close} />}
    </div>
  );
}
