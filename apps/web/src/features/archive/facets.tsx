import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useMe } from '../../shared/api/session';
import { useExactFacets } from '../../shared/api/search';
import type { Facet, SearchResult } from '../../shared/api/types';
import { readDay } from '../../shared/form/day-field';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatNumber } from '../../shared/money/yen';
import { Button } from '../../shared/ui/button';
import { cx } from '../../shared/ui/class-names';
import { formatDay } from '../../shared/wareki/format';
import {
  chosenValues,
  conditionsOf,
  facetNames,
  foldings,
  withCondition,
  withFacet,
  withFolding,
  type ArchiveSearch,
  type FacetName,
} from './archive-search';
import { facetLabel } from './facet-label';

function Period({ search }: { search: ArchiveSearch }) {
  const { t } = useLanguage();
  const { today } = useMe();
  const navigate = useNavigate();
  const [wrong, setWrong] = useState(false);
  const shown = (iso: string | undefined) => (iso ? formatDay(iso, 'ja') : '');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = (['from', 'to'] as const).map((name) => readDay(String(form.get(name) ?? ''), today));
    const isWrong = Boolean(from?.isBad || to?.isBad);
    setWrong(isWrong);
    if (isWrong) return;
    void navigate({
      to: '/search',
      search: withCondition(withCondition(search, 'from', from?.iso ?? null), 'to', to?.iso ?? null),
    });
  };
  return (
    <form onSubmit={submit} key={`${search.from ?? ''}${search.to ?? ''}`} className="flex flex-col gap-1">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="flex items-center gap-2 text-13">
          <span className="w-10 shrink-0">{t(`search.${name}`)}</span>
          <input
            name={name}
            type="text"
            placeholder="R8.4.1"
            defaultValue={shown(search[name])}
            aria-invalid={wrong || undefined}
            className="w-full min-w-0 rounded-4 border border-solid-gray-600 bg-white px-2 py-1"
          />
        </label>
      ))}
      {wrong && (
        <p role="alert" className="text-13 text-vermilion">
          {t('search.badDay')}
        </p>
      )}
      <Button type="submit" look="quiet" className="self-start text-13">
        {t('search.applyPeriod')}
      </Button>
    </form>
  );
}

/** A drawn tick box: the link says the same by aria-current. */
function FacetBox({ on }: { on: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className="size-4 shrink-0"
      fill={on ? 'currentColor' : '#fff'}
      stroke="currentColor"
    >
      <rect x="1" y="1" width="14" height="14" rx="2.5" />
      {on && <path d="M4 8.2 7 11l5-6" fill="none" stroke="#fff" strokeWidth="2" />}
    </svg>
  );
}

const boxClass = 'touch-target flex items-center gap-2 rounded-4 px-2 py-0.5 text-ink hover:bg-key-50';

/** 表記のゆれ: which differences of writing are overlooked, each switched by itself. */
function Foldings({ search }: { search: ArchiveSearch }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="facet-foldings">
      <h2 id="facet-foldings" className="mb-1 text-13">
        {t('search.foldings')}
      </h2>
      <ul>
        {foldings.map((name) => {
          const on = !search.asWritten?.includes(name);
          return (
            <li key={name}>
              <Link
                to="/search"
                search={withFolding(search, name)}
                aria-current={on ? 'true' : undefined}
                className={boxClass}
              >
                <FacetBox on={on} />
                {t(`folding.${name}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Values that a facet shows at first; what is chosen always stands there. */
const SHOWN = 6;

function shownOf(facets: readonly Facet[], chosen: readonly string[], all: boolean): readonly Facet[] {
  if (all) return facets;
  return facets.filter(({ value }, index) => index < SHOWN || chosen.includes(value));
}

interface FacetsProps {
  readonly search: ArchiveSearch;
  readonly result: Pick<SearchResult, 'facets' | 'countCapped'>;
}

/** Facets of the answer, and of all hits once somebody asks for them; asking is for these conditions alone. */
function useFacets(search: ArchiveSearch, { facets, countCapped }: FacetsProps['result']) {
  const conditions = conditionsOf(search);
  const key = JSON.stringify(conditions);
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = countCapped && asked === key;
  const { data, isFetching, isError } = useExactFacets(conditions, wanted);
  const exact = wanted ? data?.facets : undefined;
  return {
    facets: exact ?? facets,
    capped: countCapped && !exact,
    tooMany: exact === null,
    counting: wanted && isFetching,
    again: isError,
    ask: () => setAsked(key),
  };
}

/** Where counting stopped: what the counts are of, and the way to exact ones. */
function CappedNote({ tooMany, counting, again, ask }: Omit<ReturnType<typeof useFacets>, 'facets' | 'capped'>) {
  const t = useT();
  return (
    <div className="text-13 text-quiet">
      <p>{t(tooMany ? 'search.facetsTooMany' : 'search.facetsCapped')}</p>
      {!tooMany && (
        <Button look="link" disabled={counting} onClick={ask}>
          {t(counting ? 'search.counting' : again ? 'search.countAgain' : 'search.countExactly')}
        </Button>
      )}
    </div>
  );
}

/** Counts by year, unit, type and state; choosing one narrows, choosing it again widens. Each is an address. */
export function Facets({ search, result }: FacetsProps) {
  const { t, locale } = useLanguage();
  const { facets, capped, ...note } = useFacets(search, result);
  const [open, setOpen] = useState<ReadonlySet<FacetName>>(new Set());
  return (
    <nav aria-label={t('search.facets')} className="flex flex-col gap-4 p-3">
      {capped && <CappedNote {...note} />}
      {facetNames
        .filter((name) => facets[name].length > 0)
        .map((name) => (
          <section key={name} aria-labelledby={`facet-${name}`}>
            <h2 id={`facet-${name}`} className="mb-1 text-13">
              {t(`facet.${name}`)}
            </h2>
            <ul>
              {shownOf(facets[name], chosenValues(search, name), open.has(name)).map((facet) => {
                const on = chosenValues(search, name).includes(facet.value);
                return (
                  <li key={facet.value}>
                    <Link
                      to="/search"
                      search={withFacet(search, name, facet.value)}
                      aria-current={on ? 'true' : undefined}
                      className={cx(boxClass, on && 'bg-key-100 font-bold text-key-900')}
                    >
                      <FacetBox on={on} />
                      <span className="min-w-0 flex-1">{facetLabel(name, facet, { t, locale })}</span>
                      <span className="whitespace-nowrap tabular-nums">{formatNumber(facet.count)}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
            {facets[name].length > SHOWN && !open.has(name) && (
              <Button look="link" className="text-13" onClick={() => setOpen(new Set([...open, name]))}>
                {t('search.allValues', { n: facets[name].length })}
              </Button>
            )}
          </section>
        ))}
      <Foldings search={search} />
      <section aria-labelledby="facet-period">
        <h2 id="facet-period" className="mb-1 text-13">
          {t('search.period')}
        </h2>
        <Period search={search} />
      </section>
    </nav>
  );
}
