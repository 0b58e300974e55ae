import { useState, type FormEvent } from 'react';
import { canUsePasskeys } from '../api/passkeys';
import { hasCode } from '../api/problem';
import { useSignIn } from '../api/session';
import type { SignInPage } from '../api/types';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { DemoLogins } from './demo-logins';
import { SecretField } from './secret-field';
import { usePasskeySignIn } from './use-passkey-sign-in';

interface SignInFormProps {
  demo: SignInPage['demoLogins'];
  onSignedIn: () => void;
}

const field = 'w-full rounded-8 border border-solid-gray-600 px-3 py-2 text-16';

/** Login and password, and a code in a second step where one is needed; pasting and password managers are welcome (WCAG 3.3.8). */
export function SignInForm({ demo, onSignedIn }: SignInFormProps) {
  const t = useT();
  const signIn = useSignIn();
  const passkey = usePasskeySignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const enter = (body: { login: string; password: string; code?: string }) =>
    signIn.mutate(body, {
      onSuccess: onSignedIn,
      onError: (error) => {
        if (!hasCode(error, 'identity.second-factor-needed')) return;
        setLogin(body.login);
        setPassword(body.password);
        setCode('');
      },
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter(code === null ? { login, password } : { login, password, code });
  };
  const asked = hasCode(signIn.error, 'identity.second-factor-needed');
  const error = asked ? null : (signIn.error ?? passkey.error);
  const busy = signIn.isPending || passkey.isPending;
  return (
    <div className="flex flex-col gap-5">
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && <ProblemNote error={error} />}
        {code === null ? (
          <>
            <label className="flex flex-col gap-1 font-bold">
              {t('signIn.login')}
              <input
                className={field}
                autoComplete="username"
                autoCapitalize="none"
                required
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            </label>
            <SecretField
              label={t('signIn.password')}
              value={password}
              autoComplete="current-password"
              onChange={setPassword}
            />
          </>
        ) : (
          <SecretField
            label={t('signIn.code')}
            help={t('signIn.codeHelp')}
            value={code}
            autoComplete="one-time-code"
            onChange={setCode}
          />
        )}
        <Button type="submit" look="primary" disabled={busy}>
          {t('signIn.do')}
        </Button>
        {code !== null && (
          <Button look="link" onClick={() => setCode(null)}>
            {t('signIn.otherPerson')}
          </Button>
        )}
      </form>
      {code === null && canUsePasskeys() && (
        <Button disabled={busy} onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn })}>
          {t('signIn.passkey')}
        </Button>
      )}
      {code === null && demo.length > 0 && (
        <DemoLogins
          demo={demo}
          disabled={busy}
          onChoose={({ login: who, password: printed }) => enter({ login: who, password: printed })}
        />
      )}
    </div>
  );
}
