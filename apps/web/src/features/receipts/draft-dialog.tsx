import { useNavigate } from '@tanstack/react-router';
import { useMatterTypes } from '../../shared/api/matter-types';
import { useDraftFromReceipt, type Receipt } from '../../shared/api/receipts';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** 収受起案: chooses the matter type; the draft opens with the subject filled in. */
export function DraftDialog({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const types = useMatterTypes();
  const draft = useDraftFromReceipt(receipt.id);
  const start = (matterType: string) =>
    draft.mutate(matterType, {
      onSuccess: ({ documentId }) => void navigate({ to: '/draft/form', search: { doc: documentId } }),
    });
  return (
    <SheetDialog title={t('receipt.draft.choose')} onClose={onClose} dismissable={!draft.isPending}>
      <p>{receipt.subject}</p>
      {draft.error && <ProblemNote error={draft.error} />}
      {types.error && <ProblemNote error={types.error} onRetry={() => void types.refetch()} />}
      {types.isPending && <Loading />}
      <ul className="flex flex-col gap-2">
        {(types.data ?? []).map((type) => (
          <li key={type.code}>
            <Button
              look="quiet"
              disabled={draft.isPending}
              className="w-full flex-col items-start px-3 py-2 text-left"
              onClick={() => start(type.code)}
            >
              <b className="text-key-900">{type.name}</b>
              <span className="text-13 text-quiet">{type.description}</span>
            </Button>
          </li>
        ))}
      </ul>
      <SheetFoot>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </SheetFoot>
    </SheetDialog>
  );
}
