import { useId, useState } from 'react';
import { useDiscardTable, usePublishTable, useWithdrawTable } from '../../shared/api/delegation';
import { useMe } from '../../shared/api/session';
import type { DelegationTable } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';
import { parseDate } from '../../shared/wareki/parse';

interface SheetProps {
  table: DelegationTable;
  onClose: () => void;
}

function PublishSheet({ table, onClose }: SheetProps) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const id = useId();
  const announce = useAnnounce();
  const publish = usePublishTable(table.id);
  const [typed, setTyped] = useState('');
  const reading = typed.trim() === '' ? null : parseDate(typed, me.today);
  const day = reading?.ok && reading.iso >= me.today ? reading.iso : null;
  const send = () => {
    if (day === null) return;
    publish.mutate(
      { revision: table.revision, validFrom: day },
      {
        onSuccess: ({ words, state }) => {
          announce(state === 'proposed' ? t('delegation.proposed') : t('delegation.published', { words }));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('delegation.publishTitle')} onClose={onClose} dismissable={!publish.isPending}>
      <p>{t('delegation.publishText')}</p>
      <label htmlFor={id} className="font-bold">
        {t('delegation.validFrom')}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={typed}
        aria-describedby={`${id}-read`}
        aria-invalid={typed !== '' && day === null}
        onChange={(event) => setTyped(event.target.value)}
        className="max-w-60 rounded-8 border border-solid-gray-600 bg-white px-3 py-2"
      />
      <p id={`${id}-read`} className="text-14">
        {day === null ? t('delegation.badDay') : formatDay(day, locale)}
      </p>
      {publish.error && <ProblemNote error={publish.error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('delegation.cancel')}</Button>
        <Button look="primary" disabled={day === null || publish.isPending} onClick={send}>
          {t('delegation.publish')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}

interface AskSheetProps extends SheetProps {
  what: 'discard' | 'withdraw';
  onGone: () => void;
}

function AskSheet({ table, what, onClose, onGone }: AskSheetProps) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const discard = useDiscardTable(table.id);
  const withdraw = useWithdrawTable(table.id);
  const error = discard.error ?? withdraw.error;
  const busy = discard.isPending || withdraw.isPending;
  const send = () => {
    if (what === 'withdraw') {
      const onSuccess = () => {
        announce(t('delegation.withdrawn'));
        onClose();
      };
      withdraw.mutate('withdraw', { onSuccess });
      return;
    }
    const onSuccess = () => {
      announce(t('delegation.discarded'));
      onGone();
    };
    discard.mutate('discard', { onSuccess });
  };
  return (
    <SheetDialog title={t(`delegation.${what}`)} onClose={onClose} dismissable={!busy}>
      <p>{t(`delegation.ask.${what}`)}</p>
      {error && <ProblemNote error={error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('delegation.cancel')}</Button>
        <Button look="danger" disabled={busy} onClick={send}>
          {t(`delegation.${what}`)}
        </Button>
      </SheetFoot>
    </SheetDialog>
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
          {t('delegation.discard')}
        </Button>
      )}
      {asking === 'publish' && <PublishSheet table={table} onClose={close} />}
      {(asking === 'discard' || asking === 'withdraw') && (
        <AskSheet table={table} what={asking} onClose={close} onGone={onGone} />
      )}
    </div>
  );
}
