import { buttonClass } from '../../shared/ui/button';
import { type Translate, useT } from '../../shared/i18n/translate';

/** サインイン at the identity provider of the municipality: a page of its own, so this is a link and not a request. */
export function ProviderSignIn({ refused }: { refused: string | undefined }) {
  const t = useT();
  return (
    <section className="flex flex-col gap-4 border-b border-line pb-5">
      {refused && (
        <p role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
          {refusalText(refused, t)}
        </p>
      )}
      <a href="/api/v1/session/provider" className={buttonClass('secondary', 'no-underline')}>
        {t('signIn.provider')}
      </a>
      <p className="text-14 text-quiet">{t('signIn.providerElse')}</p>
    </section>
  );
}

/** What the way back from the provider says; a code that is unknown here is not repeated. */
function refusalText(code: string, t: Translate): string {
  if (code === 'identity.provider-unavailable') return t('signIn.providerUnavailable');
  if (code === 'identity.provider-unknown-person') return t('signIn.providerUnknownPerson');
  if (code === 'identity.provider-without-factor') return t('signIn.providerWithoutFactor');
  return t('signIn.providerRefused');
}
