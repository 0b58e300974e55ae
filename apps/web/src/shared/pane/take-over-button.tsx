import { useNavigate } from '@tanstack/react-router';
import { useTakeOver } from '../api/documents';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';

/** 引受け of a draft whose drafter has left; the form opens, ready to go on. */
export function TakeOverButton({ id, title }: { id: string; title: string }) {
  const t = useT();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const taking = useTakeOver();
  const take = () =>
    taking.mutate(id, {
      onSuccess: () => {
        announce(t('documents.takenOver', { title: title || t('document.untitled') }));
        void navigate({ to: '/draft/form', search: { doc: id } });
      },
    });
  return (
    <>
      <Button look="secondary" disabled={taking.isPending} onClick={take}>
        {t('documents.takeOver')}
      </Button>
      {taking.error && <ProblemNote error={taking.error} />}
    </>
  );
}
