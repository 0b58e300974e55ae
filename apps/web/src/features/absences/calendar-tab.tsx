import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type AbsenceScope, useAbsences, useStandIns } from '../../shared/api/absences';
import { useMe } from '../../shared/api/session';
import { useLanguage } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { formatDay } from '../../shared/wareki/format';
import type { AbsencesSearch } from './absences-search';
import { CoverList } from './cover-list';
import { daysOfMonth, monthOf, shiftMonth } from './month';
import { MonthGrid } from './month-grid';
import { AbsenceLine, MyAbsences } from './my-absences';

/** Who is away on the chosen day, and who acts for them. */
function DayPanel({ day }: { day: string }) {
  const { t, locale } = useLanguage();
  const standIns = useStandIns(day);
  return (
    <section aria-live="polite">
      <h2 className="text-18">{t('absence.day', { day: formatDay(day, locale) })}</h2>
      {standIns.error && <ProblemNote error={standIns.error} onRetry={() => void standIns.refetch()} />}
      {standIns.data?.items.length === 0 && <p className="py-2">{t('absence.dayEmpty')}</p>}
      {standIns.data && <CoverList covers={standIns.data.items} withHolder />}
    </section>
  );
}

interface MonthBarProps {
  /** 令和8年6月 */
  words: string;
  isThisMonth: boolean;
  onShift: (by: number) => void;
  onToday: () => void;
  children: ReactNode;
}

function MonthBar({ words, isThisMonth, onShift, onToday, children }: MonthBarProps) {
  const { t } = useLanguage();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="quiet" onClick={() => onShift(-1)} aria-label={t('absence.previousMonth')}>
        ◀
      </Button>
      <p role="status" className="min-w-36 text-center font-bold">
        <span className="sr-only">{t('absence.month', { month: words })}</span>
        <span aria-hidden="true">{words}</span>
      </p>
      <Button look="quiet" onClick={() => onShift(1)} aria-label={t('absence.nextMonth')}>
        ▶
      </Button>
      {!isThisMonth && (
        <Button look="link" onClick={onToday}>
          {t('absence.thisMonth')}
        </Button>
      )}
      {children}
    </div>
  );
}

/** Everybody, for those who may see them. */
function ScopeChoice({ scope, onChange }: { scope: AbsenceScope; onChange: (scope: AbsenceScope) => void }) {
  const { t } = useLanguage();
  return (
    <label className="ml-auto flex items-center gap-2">
      {t('absence.scope')}
      <select
        value={scope}
        onChange={(event) => onChange(event.target.value === 'all' ? 'all' : 'section')}
        className="rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5"
      >
        <option value="section">{t('absence.scopeSection')}</option>
        <option value="all">{t('absence.scopeAll')}</option>
      </select>
    </label>
  );
}

/** The month of the address, and how to get to another. */
function useMonth() {
  const { locale } = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/absences' });
  const month = search.month ?? monthOf(search.day ?? me.today);
  const days = daysOfMonth(month);
  const [first = me.today, last = me.today] = [days[0], days.at(-1)];
  const scope: AbsenceScope = search.scope ?? 'section';
  const go = (next: AbsencesSearch) =>
    void navigate({ to: '/absences', search: next, replace: next.day !== undefined });
  const { day: _day, ...others } = search;
  const { scope: _scope, ...withoutScope } = search;
  return {
    month,
    span: { from: first, to: last, scope },
    words: formatDay(first, locale).replace(locale === 'ja' ? /1\D$/u : /^1 /u, ''),
    chosen: [search.day, me.today].find((day) => day !== undefined && monthOf(day) === month) ?? first,
    isThisMonth: month === monthOf(me.today),
    shift: (by: number) => go({ ...others, month: shiftMonth(month, by) }),
    toToday: () => go({ ...others, month: monthOf(me.today) }),
    choose: (day: string) => go({ ...search, day }),
    setScope: (wanted: AbsenceScope) => go(wanted === 'all' ? { ...search, scope: wanted } : withoutScope),
  };
}

/** 不在カレンダー: a month of my section and of the people I act for. */
export function CalendarTab() {
  const { t } = useLanguage();
  const me = useMe();
  const { month, span, words, chosen, isThisMonth, shift, toToday, choose, setScope } = useMonth();
  const list = useAbsences(span);
  useShortcuts([
    { keys: ['['], label: 'absence.previousMonth', run: () => shift(-1) },
    { keys: [']'], label: 'absence.nextMonth', run: () => shift(1) },
  ]);
  const keptForOthers = list.data?.absences.filter((one) => one.staffNo !== me.staffNo && one.allowed.length > 0) ?? [];
  return (
    <div className="flex flex-col gap-5 py-4">
      <MonthBar words={words} isThisMonth={isThisMonth} onShift={shift} onToday={toToday}>
        {list.data?.allowed.includes('see_all') && <ScopeChoice scope={span.scope} onChange={setScope} />}
      </MonthBar>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading lines={8} />}
      {list.data?.absences.length === 0 && <p>{t('absence.nobodyAway')}</p>}
      {list.data && (
        <MonthGrid
          title={t('absence.grid', { month: words })}
          month={month}
          calendar={list.data}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <DayPanel day={chosen} />
      {keptForOthers.length > 0 && (
        <ul aria-label={t('absence.forOthers')}>
          {keptForOthers.map((absence) => (
            <AbsenceLine key={absence.id} absence={absence} withName />
          ))}
        </ul>
      )}
      <MyAbsences today={me.today} />
    </div>
  );
}
