import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSignInPage } from '../../shared/api/session';
import { useLanguage } from '../../shared/i18n/translate';
import { usePageTitle } from '../../shared/ui/page';
import { LanguageSwitch } from '../../shared/sign-in/language-switch';
import { SignInForm } from '../../shared/sign-in/sign-in-form';
import { ProviderSignIn } from './provider-sign-in';

/** The door. In a demonstration town its logins stand ready as buttons. */
export function SignInPage() {
  const { t, locale } = useLanguage();
  const page = useSignInPage();
  const navigate = useNavigate();
  const { to, refused } = useSearch({ from: '/sign-in' });
  usePageTitle(t('signIn.title'));
  const town = page.data?.municipality;
  return (
    <main className="flex min-h-full flex-col items-center gap-6 bg-desk px-4 py-10">
      <div className="self-end">
        <LanguageSwitch />
      </div>
      <div className="flex items-center gap-3">
        <img src="/favicon.svg" alt="" width="36" height="36" />
        <h1 className="text-22">
          {town && (locale === 'ja' ? town.name : town.nameEn)} {t('common.product')}
        </h1>
      </div>
      <div className="flex w-full max-w-md flex-col gap-5 rounded-12 border border-line bg-white p-6">
        {page.data?.provider && <ProviderSignIn refused={refused} />}
        <SignInForm
          demo={page.data?.demo ? page.data.demoLogins : []}
          onSignedIn={() =>
            void navigate({ href: to?.startsWith('/') && !to.startsWith('//') ? to : '/inbox', replace: true })
          }
        />
      </div>
    </main>
  );
}
