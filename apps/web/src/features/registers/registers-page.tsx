import { Link, useSearch } from '@tanstack/react-router';
import { useRegister } from '../../shared/api/execution';
import { useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { PrintButton } from '../../shared/ui/print-button';
import { PrintedBy } from '../../shared/ui/printed-by';
import { ProblemNote } from '../../shared/ui/problem-note';
import { RegisterFilters } from './register-filters';
import { RegisterTable } from './register-table';
import { registerCsvAddress, type RegistersSearch } from './registers-search';

const kinds = ['dispatch', 'seal'] as const;

function Kinds({ current }: { current: RegistersSearch['kind'] }) {
  const t = useT();
  return (
    <nav aria-label={t('registers.kinds')} className="no-print flex flex-wrap gap-1">
      {kinds.map((kind) => (
        <Link
          key={kind}
          to="/registers"
          search={{ kind }}
          aria-current={kind === current ? 'page' : undefined}
          className={cx(
            'touch-target inline-flex items-center rounded-8 px-3 py-1.5 text-ink',
            kind === current ? 'bg-key-100 font-bold text-key-900' : 'hover:bg-solid-gray-50',
          )}
        >
          {t(`registers.${kind}`)}
        </Link>
      ))}
      <Link
        to="/numbers"
        search={{}}
        className="touch-target inline-flex items-center rounded-8 px-3 py-1.5 text-key-900 underline"
      >
        {t('nav.numbers')}
      </Link>
    </nav>
  );
}

/** 公印使用簿 and 発送簿: what was sealed and what left, by its day, what was taken back included. */
export function RegistersPage() {
  const t = useT();
  const search = useSearch({ from: '/shell/registers' });
  const { kind, ...filter } = search;
  const list = useRegister(kind, filter);
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t(`registers.${kind}`)}>
      <Kinds current={kind} />
      <RegisterFilters key={kind} search={search} />
      <div className="no-print flex flex-wrap items-center gap-3">
        {lines.length > 0 && (
          <>
            <a className={buttonClass('link')} href={registerCsvAddress(search)} download>
              {t('numbers.csv')}
            </a>
            <PrintButton />
          </>
        )}
      </div>
      <PrintedBy />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data && lines.length === 0 && <p className="py-6">{t(`registers.empty.${kind}`)}</p>}
      {lines.length > 0 && <RegisterTable kind={kind} lines={lines} />}
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
