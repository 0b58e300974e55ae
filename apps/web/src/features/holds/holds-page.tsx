import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { type Hold, type HoldsSearch, holdGrounds, holdStates, useHolds } from '../../shared/api/holds';
import { SelectInput } from '../../shared/form/picked';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { Loading } from '../../shared/ui/loading';
import { MoreButton } from '../../shared/ui/more-button';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay, townDay } from '../../shared/wareki/format';

function HoldRow({ hold }: { hold: Hold }) {
  const { t, locale } = useLanguage();
  const day = (iso: string) => formatDay(iso, locale);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="min-w-48 py-2 pr-3 text-left font-normal">
        <Link to="/holds/$id" params={{ id: hold.id }} className="touch-target font-bold text-key-900 underline">
          {t(`holds.ground.${hold.ground}`)} {hold.caseNo}
        </Link>{' '}
        {!hold.isConfirmed && !hold.releasedAt && <Chip tone="warn">{t('holds.asked')}</Chip>}
        <span className="block text-13">{hold.reason}</span>
      </th>
      <td className="py-2 pr-3 whitespace-nowrap">
        {t('holds.count', { files: hold.fileCount, documents: hold.documentCount })}
      </td>
      <td className="min-w-32 py-2 pr-3 break-keep">
        {t('holds.placed', { day: day(townDay(hold.placedAt)), name: hold.placedByName })}
      </td>
      <td className="min-w-32 py-2">
        {hold.releasedAt
          ? t('holds.released', { day: day(townDay(hold.releasedAt)), reason: hold.releaseReason ?? '' })
          : hold.endsOn
            ? t('holds.until', { day: day(hold.endsOn) })
            : t('holds.untilReleased')}
      </td>
    </tr>
  );
}

function Filters({ search }: { search: HoldsSearch }) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [words, setWords] = useState(String(search.words ?? ''));
  const show = (next: HoldsSearch) => void navigate({ to: '/holds', search: next });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { words: _, ...rest } = search;
    show(words.trim() === '' ? rest : { ...rest, words: words.trim() });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-3">
      <SelectInput
        label={t('holds.state')}
        value={search.state ?? 'in_force'}
        options={holdStates.map((state) => [state, t(`holds.state.${state}`)] as const)}
        onChange={(state) => show({ ...search, state })}
      />
      <SelectInput
        label={t('holds.ground')}
        value={search.ground ?? 'any'}
        options={[
          ['any', t('holds.anyGround')] as const,
          ...holdGrounds.map((ground) => [ground, t(`holds.ground.${ground}`)] as const),
        ]}
        onChange={(ground) => {
          const { ground: _, ...rest } = search;
          show(ground === 'any' ? rest : { ...rest, ground });
        }}
      />
      <label className="flex items-center gap-2">
        {t('holds.words')}
        <input
          type="text"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="touch-target w-40 rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
        />
      </label>
      <Button type="submit">{t('holds.find')}</Button>
    </form>
  );
}

/** 廃棄保留: what must not be disposed of, why, by whom, until when. */
export function HoldsPage() {
  const { t } = useLanguage();
  const search = useSearch({ from: '/shell/holds' });
  const list = useHolds(search);
  const holds = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('nav.holds')}>
      <Filters key={search.words} search={search} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={6} />}
      {list.data && holds.length === 0 && <p className="py-6">{t('holds.empty')}</p>}
      {holds.length > 0 && (
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('nav.holds')}>
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('nav.holds')}</caption>
            <thead className="border-b border-solid-gray-536 text-left text-13">
              <tr>
                {(['holds.ground', 'holds.targets', 'holds.placedBy', 'holds.end'] as const).map((key) => (
                  <th key={key} scope="col" className="py-1 pr-3 font-normal">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {holds.map((hold) => (
                <HoldRow key={hold.id} hold={hold} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton list={list} />
    </Page>
  );
}
