import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDocumentList } from '../../shared/api/documents';
import { useMatterTypes } from '../../shared/api/matter-types';
import type { DocumentListItem, MatterType } from '../../shared/api/types';
import { stateLabel } from '../../shared/i18n/labels';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DayOf } from '../../shared/wareki/day';

const recent = 6;
const recentTypes = 4;
const editable = ['drafting', 'returned', 'pulled_back'];

function RecentDocuments({ items }: { items: readonly DocumentListItem[] }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="recent-heading" className="flex flex-col gap-2">
      <h2 id="recent-heading" className="text-16">
        {t('draft.recent')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <Chip>{t(stateLabel(item.state))}</Chip> {item.title || t('document.untitled')}{' '}
              <span className="text-13 text-quiet">
                {item.matterTypeName} <DayOf at={item.updatedAt} />
              </span>
            </span>
            {editable.includes(item.state) ? (
              <Link className="text-key-900 underline" to="/draft/form" search={{ doc: item.id }}>
                {t('draft.continue')}
              </Link>
            ) : (
              <Link className="text-key-900 underline" to="/draft/form" search={{ from: item.id }}>
                {t('draft.again')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The types this person drafted last, newest first. */
function RecentTypes({ items, types }: { items: readonly DocumentListItem[]; types: readonly MatterType[] }) {
  const { t } = useLanguage();
  const used = new Set(items.map(({ matterType }) => matterType));
  const shown = [...used].flatMap((code) => types.find((type) => type.code === code) ?? []).slice(0, recentTypes);
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t('draft.recentTypes')} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-13 text-quiet">{t('draft.recentTypes')}</span>
      {shown.map(({ code, name }) => (
        <Link key={code} className="touch-target text-key-900 underline" to="/draft/form" search={{ type: code }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** Where a draft begins: a matter type, one begun before, or the last one as a model. */
export function DraftStartPage() {
  const { t } = useLanguage();
  const [filter, setFilter] = useState('');
  const types = useMatterTypes();
  const mine = useDocumentList({ view: 'mine' });
  const latest = mine.data?.pages[0]?.items ?? [];
  const wanted = filter.normalize('NFKC').trim();
  const shown = (types.data ?? []).filter((type) => `${type.name}${type.description}`.includes(wanted));
  return (
    <Page title={t('nav.draft')}>
      <RecentDocuments items={latest.slice(0, recent)} />
      <section aria-labelledby="types-heading" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="types-heading" className="text-16">
            {t('draft.choose')}
          </h2>
          <label className="flex max-w-full items-center gap-2 whitespace-nowrap">
            {t('draft.filter')}
            <input
              type="text"
              inputMode="search"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              className="min-w-0 rounded-8 border border-solid-gray-600 px-3 py-1.5"
            />
          </label>
        </div>
        <RecentTypes items={latest} types={types.data ?? []} />
        {types.error && <ProblemNote error={types.error} onRetry={() => void types.refetch()} />}
        {types.isPending && <Loading />}
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((type) => (
            <li key={type.code}>
              <Link
                to="/draft/form"
                search={{ type: type.code }}
                className="flex h-full flex-col gap-1 rounded-8 border border-solid-gray-420 px-4 py-3 text-ink hover:border-key-900 hover:bg-key-50"
              >
                <b className="text-key-900 underline">{type.name}</b>
                <span className="text-13 text-quiet">{type.description}</span>
              </Link>
            </li>
          ))}
        </ul>
        {types.data && shown.length === 0 && <p>{t('draft.noType')}</p>}
      </section>
    </Page>
  );
}
