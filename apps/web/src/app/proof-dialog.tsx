import { useState, type FormEvent } from 'react';
import { useProve, useProveByPasskey } from '../shared/api/access';
import { canUsePasskeys } from '../shared/api/passkeys';
import { useT } from '../shared/i18n/translate';
import { SecretField } from '../shared/sign-in/secret-field';
import { Button } from '../shared/ui/button';
import { ProblemNote } from '../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../shared/ui/sheet-dialog';
import type { Wanted } from './proof-request';

interface ProofDialogProps {
  wanted: Wanted;
  onSettled: (proven: boolean) => void;
}

/** 本人確認 in front of what was being done; nothing behind it is lost. */
export function ProofDialog({ wanted: { by, act }, onSettled }: ProofDialogProps) {
  const t = useT();
  const prove = useProve();
  const passkey = useProveByPasskey();
  const [typed, setTyped] = useState('');
  const password = by.includes('password');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate(password ? { password: typed } : { code: typed }, { onSuccess: () => onSettled(true) });
  };
  const error = prove.error ?? passkey.error;
  const busy = prove.isPending || passkey.isPending;
  return (
    <SheetDialog title={t('proof.title')} onClose={() => onSettled(false)} dismissable={!busy}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <p>{t(act === 'secret_reading' ? 'proof.reading' : 'proof.text')}</p>
        {error && <ProblemNote error={error} />}
        {password ? (
          <SecretField label={t('signIn.password')} value={typed} autoComplete="current-password" onChange={setTyped} />
        ) : (
          <SecretField
            label={t('signIn.code')}
            help={t('signIn.codeHelp')}
            value={typed}
            autoComplete="one-time-code"
            onChange={setTyped}
          />
        )}
        <SheetFoot>
          <Button onClick={() => onSettled(false)} disabled={busy}>
            {t('proof.cancel')}
          </Button>
          {by.includes('passkey') && canUsePasskeys() && (
            <Button disabled={busy} onClick={() => passkey.mutate(undefined, { onSuccess: () => onSettled(true) })}>
              {t('proof.passkey')}
            </Button>
          )}
          <Button type="submit" look="primary" disabled={busy}>
            {t('proof.do')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
