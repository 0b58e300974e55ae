import type { SignInPage } from '../api/types';
import { useT } from '../i18n/translate';

interface DemoLoginsProps {
  demo: SignInPage['demoLogins'];
  disabled: boolean;
  onChoose: (one: SignInPage['demoLogins'][number]) => void;
}

/** In the sample town its people stand ready as buttons. */
export function DemoLogins({ demo, disabled, onChoose }: DemoLoginsProps) {
  const t = useT();
  return (
    <section aria-labelledby="demo-heading" className="border-t border-line pt-4">
      <h2 id="demo-heading" className="mb-2 text-14">
        {t('signIn.demo')}
      </h2>
      <ul className="flex flex-col gap-2">
        {demo.map((one) => (
          <li key={one.login}>
            <button
              type="button"
              disabled={disabled}
              onClick={() => onChoose(one)}
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
  );
}
