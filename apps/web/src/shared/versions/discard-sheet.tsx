import { useT } from '../i18n/translate';
import { useAnnounce } from '../ui/notice';
import { AskSheet } from './ask-sheet';

interface Discarding {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: (what: 'discard', then: { onSuccess: () => void }) => void;
}

/** Asks before a draft of a version is thrown away. @param props.onGone when it is */
export function DiscardSheet(props: { discard: Discarding; onClose: () => void; onGone: () => void }) {
  const { discard, onClose, onGone } = props;
  const t = useT();
  const announce = useAnnounce();
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
