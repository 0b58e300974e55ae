import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

export interface GivenPassword {
  readonly staffNo: string;
  readonly name: string;
  readonly password: string;
}

/** Passwords for the first sign-in, shown once. */
export function PasswordsDialog({ given, onClose }: { given: readonly GivenPassword[]; onClose: () => void }) {
  const t = useT();
  return (
    <SheetDialog title={t('accounts.given')} onClose={onClose} dismissable={false}>
      <p>{t('accounts.givenText')}</p>
      <ul className="flex flex-col gap-1">
        {given.map(({ staffNo, name, password }) => (
          <li key={staffNo} className="flex flex-wrap gap-x-4">
            <span>
              {name} {staffNo}
            </span>
            <code className="font-mono text-16">{password}</code>
          </li>
        ))}
      </ul>
      <SheetFoot>
        <Button look="primary" onClick={onClose}>
          {t('accounts.handed')}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
