import { useState, type FormEvent } from 'react';
import type { InboxConditions } from '../../shared/api/inbox';
import { useSaveView } from '../../shared/api/saved-views';
import { inputClass } from '../../shared/form/field-frame';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** Keeps what is shown now under a name, for oneself or for the section. */
export default function SaveViewDialog({ conditions, onClose }: { conditions: InboxConditions; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const saving = useSaveView();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    saving.mutate(
      { ...conditions, name: name.trim(), shared },
      {
        onSuccess: () => {
          announce(t('inbox.viewSaved', { name: name.trim() }));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('inbox.saveView')} onClose={onClose} dismissable={!saving.isPending}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1">
          <span className="font-bold">{t('inbox.viewName')}</span>
          <input
            autoFocus
            maxLength={40}
            value={name}
            aria-invalid={tried && missing}
            onChange={(event) => setName(event.target.value)}
            className={inputClass(tried && missing)}
          />
        </label>
        {tried && missing && (
          <p role="alert" className="text-vermilion">
            {t('inbox.viewNameMissing')}
          </p>
        )}
        <label className="touch-target flex items-center gap-2">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t('inbox.shareView')}
        </label>
        {saving.error && <ProblemNote error={saving.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={saving.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={saving.isPending}>
            {t('inbox.saveDo')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
