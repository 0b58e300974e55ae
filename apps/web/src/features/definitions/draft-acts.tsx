import { useId, useState } from 'react';
import { type DefinitionDraft, useDiscardDefinition, useProposeDefinition } from '../../shared/api/definitions';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';

interface SheetProps {
  draft: DefinitionDraft;
  onClose: () => void;
}

function ProposeSheet({ draft, onClose }: SheetProps) {
  const { t, locale } = useLanguage();
  const me = useMe();
  const id = useId();
  const announce = useAnnounce();
  const propose = useProposeDefinition(draft);
  const [typed, setTyped] = useState('');
  const { iso } = readDay(typed, me.today);
  const day = iso !== null && iso >= me.today ? iso : null;
  const send = () => {
    if (day === null) return;
    const onSuccess = () => {
      announce(t('definitions.proposed'));
      onClose();
    };
    propose.mutate({ validFrom: day }, { onSuccess });
  };
  return (
    <SheetDialog title={t('definitions.propose')} onClose={onClose} dismissable={!propose.isPending}>
      <p>{t('definitions.proposeText')}</p>
      <label htmlFor={id} className="font-bold">
        {t('definitions.validFrom')}
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
        {day === null ? t('definitions.badDay') : formatDay(day, locale)}
      </p>
      {propose.error && <ProblemNote error={propose.error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('definitions.cancel')}</Button>
        <Button look="primary" disabled={day === null || propose.isPending} onClick={send}>
          {t('definitions.propose')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}

function DiscardSheet({ draft, onClose, onGone }: SheetProps & { onGone: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const discard = useDiscardDefinition(draft);
  const send = () => {
    const onSuccess = () => {
      announce(t('definitions.discarded'));
      onGone();
    };
    discard.mutate('discard', { onSuccess });
  };
  return (
    <SheetDialog title={t('definitions.discard')} onClose={onClose} dismissable={!discard.isPending}>
      <p>{t('definitions.askDiscard')}</p>
      {discard.error && <ProblemNote error={discard.error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('definitions.cancel')}</Button>
        <Button look="danger" disabled={discard.isPending} onClick={send}>
          {t('definitions.discard')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}

/** What may be done with a draft: the API says what, each asks once more. */
export function DraftActs({ draft, onGone }: { draft: DefinitionDraft; onGone: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState<'propose' | 'discard' | null>(null);
  const close = () => setAsking(null);
  const may = (act: string) => draft.allowed.includes(act);
  return (
    <div className="flex flex-wrap gap-2">
      {may('propose') && (
        <Button look="primary" onClick={() => setAsking('propose')}>
          {t('definitions.propose')}
        </Button>
      )}
      {may('discard') && (
        <Button look="danger" onClick={() => setAsking('discard')}>
          {t('definitions.discard')}
        </Button>
      )}
      {asking === 'propose' && <ProposeSheet draft={draft} onClose={close} />}
      {asking === 'discard' && <DiscardSheet draft={draft} onClose={close} onGone={onGone} />}
    </div>
  );
}
