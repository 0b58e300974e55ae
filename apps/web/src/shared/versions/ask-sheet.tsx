import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';

export interface VersionAct {
  /** What the sheet and its button are called: the act. */
  act: string;
  text: string;
  /** Of the write that it sends. */
  write: { readonly isPending: boolean; readonly error: Error | null };
  onClose: () => void;
}

/** Asks once more before a draft is thrown away, or a version does not come into force. */
export function AskSheet({ act, text, write, onClose, onSend }: VersionAct & { onSend: () => void }) {
  const t = useT();
  return (
    <SheetDialog title={act} onClose={onClose} dismissable={!write.isPending}>
      <p>{text}</p>
      {write.error && <ProblemNote error={write.error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('version.cancel')}</Button>
        <Button look="danger" disabled={write.isPending} onClick={onSend}>
          {act}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
