import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

/** 予備コード, shown once. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useT();
  return (
    <SheetDialog title={t('my.codes')} onClose={onClose} dismissable={false}>
      <p>{t('my.codesOnce')}</p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 font-mono text-16 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <SheetFoot>
        <Button look="primary" onClick={onClose}>
          {t('my.codesKept')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
