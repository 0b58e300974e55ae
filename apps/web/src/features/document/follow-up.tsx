import { useState } from 'react';
import { useFollowUp } from '../../shared/api/execution';
import { DocumentPicker } from '../../shared/form/document-picker';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

interface FollowUpProps {
  documentId: string;
  /** The number that the document continues now. */
  continues: string | null;
}

/** 続きの文書: says, before the document is numbered, whose number it continues (RULE-74). */
export function FollowUp({ documentId, continues }: FollowUpProps) {
  const t = useT();
  const announce = useAnnounce();
  const noting = useFollowUp(documentId);
  const [open, setOpen] = useState(false);
  const [parent, setParent] = useState<string | null>(null);
  const note = (parentDocumentId: string | null) =>
    noting.mutate(
      { parentDocumentId },
      {
        onSuccess: () => {
          announce(t(parentDocumentId === null ? 'execution.followsNone' : 'execution.followsNow'));
          setOpen(false);
        },
      },
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('execution.follow')}
      </Button>
      {continues && (
        <Button look="quiet" disabled={noting.isPending} onClick={() => note(null)}>
          {t('execution.followNone')}
        </Button>
      )}
      {noting.error && !open && <ProblemNote error={noting.error} />}
      {open && (
        <SheetDialog title={t('execution.follow')} onClose={() => setOpen(false)} dismissable={!noting.isPending}>
          <DocumentPicker
            label={t('execution.parent')}
            help={t('execution.parentHelp')}
            value={parent}
            onChange={setParent}
          />
          {noting.error && <ProblemNote error={noting.error} />}
          <SheetFoot>
            <Button onClick={() => setOpen(false)} disabled={noting.isPending}>
              {t('common.back')}
            </Button>
            <Button
              look="primary"
              disabled={noting.isPending || parent === null}
              onClick={() => parent !== null && note(parent)}
            >
              {t('execution.followDo')}
            </Button>
          </SheetFoot>
        </SheetDialog>
      )}
    </div>
  );
}
