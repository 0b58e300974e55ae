import { useState, type FormEvent } from 'react';
import { useReleaseDisposals } from '../../shared/api/disposal-lock';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** 停止の解除, after the holds were placed again. */
export default function ReleaseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const release = useReleaseDisposals();
  const [reason, setReason] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    release.mutate(reason.trim(), {
      onSuccess: () => {
        announce(t('lock.released'));
        onClose();
      },
    });
  };
  return (
    <SheetDialog title={t('lock.release')} onClose={onClose} dismissable={!release.isPending}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{t('lock.releaseHelp')}</p>
        <TextAreaInput
          id="release-reason"
          rows={3}
          label={t('lock.reason')}
          required
          value={reason}
          onChange={setReason}
        />
        {release.error && <ProblemNote error={release.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={release.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={release.isPending || reason.trim() === ''}>
            {t('lock.release')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
