import { useState } from 'react';
import { type DefinitionDraft, useDiscardDefinition, useProposeDefinition } from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { AskSheet } from '../../shared/versions/ask-sheet';
import { DaySheet } from '../../shared/versions/day-sheet';

interface SheetProps {
  draft: DefinitionDraft;
  onClose: () => void;
}

function ProposeSheet({ draft, onClose }: SheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const propose = useProposeDefinition(draft);
  const onSuccess = () => {
    announce(t('definitions.proposed'));
    onClose();
  };
  return (
    <DaySheet
      title={t('definitions.propose')}
      act={t('definitions.propose')}
      text={t('definitions.proposeText')}
      write={propose}
      onClose={onClose}
      onSend={(validFrom) => propose.mutate({ validFrom }, { onSuccess })}
    />
  );
}

function DiscardSheet({ draft, onClose, onGone }: SheetProps & { onGone: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const discard = useDiscardDefinition(draft);
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
          {t('version.discard')}
        </Button>
      )}
      {asking === 'propose' && <ProposeSheet draft={draft} onClose={close} />}
      {asking === 'discard' && <DiscardSheet draft={draft} onClose={close} onGone={onGone} />}
    </div>
  );
}
