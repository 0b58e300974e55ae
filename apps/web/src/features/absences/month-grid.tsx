import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Absence, AbsenceCalendar, CalendarPerson } from '../../shared/api/types';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { cx } from '../../shared/ui/class-names';
import { Day } from '../../shared/wareki/day';
import { daysOfMonth, partOfDay, weekdayOf, type DayPart } from './month';

const fill: Readonly<Record<DayPart, string>> = {
  allDay: 'left-0 right-0',
  morning: 'left-0 right-1/2',
  afternoon: 'left-1/2 right-0',
  part: 'left-1/4 right-1/4',
};

interface DayHeadsProps {
  days: readonly string[];
  closed: ReadonlySet<string>;
  chosen: string;
  onChoose: (day: string) => void;
}

/** The days as one stop of the keyboard: arrows choose, and what is chosen is told below. */
function DayHeads({ days, closed, chosen, onChoose }: DayHeadsProps) {
  const { t, locale } = useLanguage();
  const row = useRef<HTMLTableRowElement>(null);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const headOf = (day: string) => row.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
  useEffect(() => {
    headOf(chosen)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = days.indexOf(chosen);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: days.length - 1 }[event.key];
    const next = target === undefined ? undefined : days[target];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    headOf(next)?.focus();
  };
  return (
    <tr ref={row} onKeyDown={onKeyDown}>
      <th scope="col" className="sticky top-0 left-0 z-20 min-w-40 bg-white p-1 text-left font-normal">
        {t('absence.person')}
      </th>
      {days.map((day) => (
        <th
          key={day}
          scope="col"
          className={cx('sticky top-0 z-10 p-0 font-normal', closed.has(day) ? 'bg-solid-gray-100' : 'bg-white')}
        >
          <button
            type="button"
            data-day={day}
            tabIndex={day === chosen ? 0 : -1}
            aria-pressed={day === chosen}
            onClick={() => onChoose(day)}
            className={cx(
              'min-h-11 w-full min-w-8 scroll-ml-52 rounded-4 text-13 leading-120',
              day === chosen && 'bg-key-900 font-bold text-white',
            )}
          >
            {Number(day.slice(8))}
            <span className="block text-12">{weekday.format(new Date(`${day}T00:00:00Z`))}</span>
            <span className="sr-only">
              <Day on={day} /> {closed.has(day) && t('absence.closedDay')}
            </span>
          </button>
        </th>
      ))}
    </tr>
  );
}

interface PersonRowProps {
  person: CalendarPerson;
  absences: readonly Absence[];
  days: readonly string[];
  closed: ReadonlySet<string>;
}

function PersonRow({ person, absences, days, closed }: PersonRowProps) {
  const t = useT();
  const note = { self: t('absence.self'), acts_for: t('absence.actsFor'), section: '' }[person.group];
  return (
    <tr className="border-t border-line">
      <th scope="row" className="sticky left-0 z-10 max-w-48 bg-white p-1 text-left font-normal">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <b>{person.name}</b>
          <span className="text-12">{note}</span>
        </span>
        <span className="block truncate text-12 text-quiet">
          {person.unitName} {person.postTitle}
        </span>
      </th>
      {days.map((day) => {
        const found = absences.flatMap((absence) => {
          const part = partOfDay(absence, day);
          return part ? [{ absence, part }] : [];
        });
        return (
          <td
            key={day}
            className={cx(
              'relative h-11 border-l border-line p-0 text-center',
              (closed.has(day) || weekdayOf(day) === 0) && 'bg-solid-gray-100',
            )}
          >
            {found.map(({ absence, part }) => (
              <span
                key={absence.id}
                title={absence.reason ?? t(`absence.kind.${absence.kind}`)}
                className={cx(
                  'absolute inset-y-1.5 flex items-center justify-center overflow-hidden text-12 font-bold',
                  fill[part],
                  absence.kind === 'incapacity' ? 'bg-orange-900 text-white' : 'bg-key-900 text-white',
                )}
              >
                <span aria-hidden="true">{part === 'allDay' && t(`absence.kind.${absence.kind}`).slice(0, 1)}</span>
                <span className="sr-only">
                  {t(`absence.kind.${absence.kind}`)} {t(`absence.${part}`)} {absence.reason}
                </span>
              </span>
            ))}
          </td>
        );
      })}
    </tr>
  );
}

interface MonthGridProps {
  title: string;
  month: string;
  calendar: AbsenceCalendar;
  chosen: string;
  onChoose: (day: string) => void;
}

/** People down, days across. A wide table scrolls in its own frame; names stay in view. */
export function MonthGrid({ title, month, calendar, chosen, onChoose }: MonthGridProps) {
  const days = daysOfMonth(month);
  const closed = new Set(calendar.closedDays);
  return (
    <div
      role="region"
      aria-label={title}
      tabIndex={0}
      data-scrolls
      className="max-h-[60vh] overflow-auto rounded-8 border border-line short:max-h-none"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead>
          <DayHeads days={days} closed={closed} chosen={chosen} onChoose={onChoose} />
        </thead>
        <tbody>
          {calendar.people.map((person) => (
            <PersonRow
              key={person.staffNo}
              person={person}
              absences={calendar.absences.filter(({ staffNo }) => staffNo === person.staffNo)}
              days={days}
              closed={closed}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
