import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useChart } from '../../shared/api/organisation';
import { ShownDay } from '../../shared/form/shown-day';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { Button, buttonClass } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import { type OrganisationSearch, organisationSearch } from './organisation-search';
import { PersonCard } from './person-card';
import { PersonSearch } from './person-search';
import { UnitList } from './unit-list';
import { UnitPosts } from './unit-posts';

const withoutDay = ({ on: _, ...others }: OrganisationSearch): OrganisationSearch => others;

interface DayProps {
  day: string | undefined;
  changes: readonly string[];
  onDay: (day: string | undefined) => void;
}

/** Any day, and the days to come on which something becomes another. */
function Day({ day, changes, onDay }: DayProps) {
  const { t, locale } = useLanguage();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <ShownDay
        id="chart-day"
        label={t('organisation.day')}
        day={day}
        accepts={(wanted, today) => wanted !== today}
        onDay={onDay}
      />
      {day !== undefined && <Button onClick={() => onDay(undefined)}>{t('organisation.today')}</Button>}
      {changes.slice(0, 3).map((change) => (
        <Button key={change} look="quiet" onClick={() => onDay(change)}>
          {t('organisation.from', { day: formatDay(change, locale) })}
        </Button>
      ))}
    </div>
  );
}

/** 組織と職員: units, posts and people on any day. */
export function OrganisationPage() {
  const t = useT();
  const navigate = useNavigate();
  const search = organisationSearch(useSearch({ strict: false }));
  const show = (next: OrganisationSearch) => void navigate({ to: '/organisation', search: next, replace: true });
  const chart = useChart(search.on);
  const person = (staff: string) => show({ ...search, staff });
  const transfers = chart.data?.mayTransfer && (
    <span className="flex flex-wrap gap-3">
      <Link to="/reorganisation" className={buttonClass('secondary')}>
        {t('reorganisation.title')}
      </Link>
      <Link to="/transfers" className={buttonClass('primary')}>
        {t('transfers.title')}
      </Link>
    </span>
  );
  return (
    <Page title={t('organisation.title')} aside={transfers}>
      <p>{t('organisation.help')}</p>
      <Day
        key={search.on}
        day={search.on}
        changes={chart.data?.nextChanges ?? []}
        onDay={(on) => show({ ...withoutDay(search), ...(on && { on }) })}
      />
      {chart.error && <ProblemNote error={chart.error} onRetry={() => void chart.refetch()} />}
      {chart.isPending && <Loading lines={12} />}
      {chart.data && chart.data.items.length === 0 && <p>{t('organisation.empty')}</p>}
      {chart.data && (
        <div className="grid gap-4 md:grid-cols-[minmax(14rem,1fr)_2fr]">
          <nav aria-label={t('organisation.units')} className="order-last md:order-first">
            <UnitList
              units={chart.data.items}
              current={search.unit}
              onChoose={(unit) => show({ ...(search.on && { on: search.on }), unit })}
            />
          </nav>
          <div className="flex min-w-0 flex-col gap-4">
            <PersonSearch onPerson={person} />
            {search.staff && (
              <PersonCard key={search.staff} staffNo={search.staff} onUnit={(unit) => show({ ...search, unit })} />
            )}
            {search.unit && <UnitPosts unit={search.unit} on={search.on} onPerson={person} />}
            {!search.unit && !search.staff && <p className="text-quiet">{t('organisation.choose')}</p>}
          </div>
        </div>
      )}
    </Page>
  );
}
