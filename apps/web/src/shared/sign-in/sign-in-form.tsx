import { useState, type FormEvent } from 'react';
import { useSignIn } from '../api/session';
import type { SignInPage } from '../api/types';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';

interface SignInFormProps {
  demo: SignInPage['demoLogins'];
  onSignedIn: () => void;
}

const field = 'w-full rounded-8 border border-solid-gray-600 px-3 py-2 text-16';

/** Login and password; pasting and password managers are welcome (WCAG 3.3.8). */
export function SignInForm({ demo, onSignedIn }: SignInFormProps) {
  const t = useT();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const enter = (body: { login: string; password: string }) => signIn.mutate(body, { onSuccess: onSignedIn });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter({ login, password });
  };
  return (
    <div className="flex flex-col gap-5">
      <form onSubmit={submit} className="flex flex-col gap-4">
        {signIn.error && <ProblemNote error={signIn.error} />}
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
        <label className="flex flex-col gap-1 font-bold">
          {t('signIn.password')}
          <input
            className={field}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <Button type="submit" look="primary" disabled={signIn.isPending}>
          {t('signIn.do')}
        </Button>
      </form>
      {demo.length > 0 && (
        <section aria-labelledby="demo-heading" className="border-t border-line pt-4">
          <h2 id="demo-heading" className="mb-2 text-14">
            {t('signIn.demo')}
          </h2>
          <ul className="flex flex-col gap-2">
            {demo.map((one) => (
              <li key={one.login}>
                <button
                  type="button"
                  disabled={signIn.isPending}
                  onClick={() => enter({ login: one.login, password: one.password })}
                  className="touch-target flex w-full flex-wrap items-baseline justify-between gap-x-3 rounded-8 border border-solid-gray-536 px-3 py-2 text-left hover:bg-key-50"
                >
                  <span>
                    <b>{one.name}</b> {one.unitName} {one.title}
                  </span>
                  <span className="text-13 text-quiet">{one.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
