import { type DefinitionDraft, useDiscardDefinition, useProposeDefinition } from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { DaySheet } from '../../shared/versions/day-sheet';
import { DiscardSheet } from '../../shared/versions/discard-sheet';
import { VersionActs } from '../../shared/versions/version-acts';

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

/** What may be done with a draft of a form or matter type. */
export function DraftActs({ draft, onGone }: { draft: DefinitionDraft; onGone: () => void }) {
  const t = useT();
  const discard = useDiscardDefinition(draft);
  return (
    <VersionActs
      allowed={draft.allowed}
      acts={[
        {
          kind: 'propose',
          look: 'primary',
          label: t('definitions.propose'),
          sheet: (onClose) => <ProposeSheet draft={draft} onClose={onClose} />,
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
