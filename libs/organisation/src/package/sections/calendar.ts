import { sql } from '@fubako/platform/database';
import { bool, date, text } from '../column';
import type { Register } from '../register';
import type { RowsOptions } from '../rows-section';
import { sectionKey } from '../section';
import { type ValuesOf, table } from '../table';

const holidayColumns = { date: date(), name: text({ max: 50 }), open: bool() };
const overrideColumns = { date: date(), open: bool() };

type HolidayValues = ValuesOf<typeof holidayColumns>;
type OverrideValues = ValuesOf<typeof overrideColumns>;

const HOLIDAYS = sectionKey<Register<HolidayValues>>('holidays');
const CALENDAR = sectionKey<Register<OverrideValues>>('calendar');

/** 休日: the municipality's own closing days (年末年始 …). */
export const holidayRows: RowsOptions<HolidayValues> = {
  key: HOLIDAYS,
  table: table({ file: 'holidays.csv', columns: holidayColumns, key: ['date'], dated: false }),
  stored: sql`select date, name, open from organisation.closing_day order by date`,
  write: (rows) => sql`
      insert into organisation.closing_day (date, name, open)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(date date, name text, open boolean)
      on conflict (date) do update set name = excluded.name, open = excluded.open`,
};

/** Single days that were decided otherwise. */
export const calendarRows: RowsOptions<OverrideValues> = {
  key: CALENDAR,
  table: table({ file: 'calendar.csv', optional: true, columns: overrideColumns, key: ['date'], dated: false }),
  stored: sql`select date, open from organisation.calendar_override order by date`,
  write: (rows) => sql`
      insert into organisation.calendar_override (date, open)
      select * from jsonb_to_recordset(${rows}::jsonb) as r(date date, open boolean)
      on conflict (date) do update set open = excluded.open`,
};
