import { Link } from '@tanstack/react-router';
import { useVoidNumbers } from '../../shared/api/execution';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { NumberTable } from './number-table';

/** 欠番簿: every number that is void, the latest first, with who made it so and why. */
export function VoidsPage() {
  const t = useT();
  const list = useVoidNumbers();
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('nav.voids')}
      aside={
        <div className="no-print flex flex-wrap items-center gap-4">
          <Link to="/numbers" search={{}} className="text-key-900 underline">
            {t('nav.numbers')}
          </Link>
          <a className={buttonClass('link')} href="/api/v1/numbers/voids.csv" download>
            {t('numbers.csv')}
          </a>
          <PrintButton />
        </div>
      }
    >
      <PrintedBy />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && lines.length === 0 && <p className="py-6">{t('numbers.noVoids')}</p>}
      {lines.length > 0 && <NumberTable lines={lines} mayVoid={false} onVoid={() => undefined} />}
      {list.hasNextPage && (
        <p className="no-print text-center">
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </Page>
  );
}
