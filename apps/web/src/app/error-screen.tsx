import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useT } from '../shared/i18n/translate';
import { Button, buttonClass } from '../shared/ui/button';

const staleChunk = /dynamically imported module|Importing a module script failed|Failed to fetch/u;

/** A screen that broke says so and offers the way on; a screen of an older release offers the new one. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useT();
  const router = useRouter();
  const outdated = error instanceof Error && staleChunk.test(error.message);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div role="alert" className="flex flex-col items-start gap-4 p-8">
      <h1 className="text-18">{t(outdated ? 'error.outdated' : 'error.title')}</h1>
      <p>{t(outdated ? 'error.outdatedText' : 'error.text')}</p>
      <Button look="primary" onClick={() => (outdated ? window.location.reload() : again())}>
        {t(outdated ? 'error.reload' : 'common.retry')}
      </Button>
    </div>
  );
}

export function NotFoundScreen() {
  const t = useT();
  return (
    <main className="flex flex-col items-start gap-4 p-8">
      <h1 className="text-18">{t('error.notFound')}</h1>
      <Link to="/" className={buttonClass('primary')}>
        {t('error.home')}
      </Link>
    </main>
  );
}
