import type { MessageKey } from '../../shared/i18n/translate';
import { parseDate } from '../../shared/wareki/parse';
import { shiftDay } from './month';

export const spanModes = ['days', 'morning', 'afternoon', 'times'] as const;
export type SpanMode = (typeof spanModes)[number];

/** What a person has typed about a time. */
export interface SpanValues {
  readonly mode: SpanMode;
  readonly first: string;
  readonly last: string;
  readonly fromTime: string;
  readonly untilTime: string;
}

export type SpanField = Exclude<keyof SpanValues, 'mode'>;
export type SpanFault = Extract<MessageKey, `absence.fault.${string}`>;
export type SpanFaults = Partial<Record<SpanField, SpanFault>>;

export type SpanReading =
  | { readonly ok: true; readonly from: string; readonly until: string }
  | { readonly ok: false; readonly faults: SpanFaults };

export const emptySpan = (day: string): SpanValues => ({
  mode: 'days',
  first: day,
  last: day,
  fromTime: '',
  untilTime: '',
});

const clock = /^([01]?\d|2[0-4])\s*[:時]\s*([0-5]\d)?分?$/u;
const digits = /^([01]?\d|2[0-4])([0-5]\d)$/;

/** '9:30', '９時30分', '0930' → '09:30'; 24:00 ends a day. Null: no time. */
export function parseTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const match = clock.exec(text) ?? digits.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour === 24 && minute !== 0) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const at = (day: string, time: string) =>
  time === '24:00' ? `${shiftDay(day, 1)}T00:00:00+09:00` : `${day}T${time}:00+09:00`;

const bounds: Readonly<Record<Exclude<SpanMode, 'times'>, readonly [string, string]>> = {
  days: ['00:00', '24:00'],
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '24:00'],
};

function readDay(typed: string, today: string): { readonly day: string | null; readonly fault?: SpanFault } {
  if (typed.trim() === '') return { day: null, fault: 'absence.fault.required' };
  const reading = parseDate(typed, today);
  return reading.ok ? { day: reading.iso } : { day: null, fault: 'absence.fault.date' };
}

function readTime(typed: string): { readonly time: string | null; readonly fault?: SpanFault } {
  if (typed.trim() === '') return { time: null, fault: 'absence.fault.required' };
  const time = parseTime(typed);
  return time === null ? { time, fault: 'absence.fault.time' } : { time };
}

const isHalfDay = (mode: SpanMode) => mode === 'morning' || mode === 'afternoon';

/** The instants that were meant, or what is wrong where. A half day has one day only. */
export function readSpan(values: SpanValues, today: string): SpanReading {
  const first = readDay(values.first, today);
  const last = isHalfDay(values.mode) ? first : readDay(values.last, today);
  const [begin, end] =
    values.mode === 'times'
      ? [readTime(values.fromTime), readTime(values.untilTime)]
      : bounds[values.mode].map((time) => ({ time, fault: undefined }));
  const faults: SpanFaults = {
    ...(first.fault ? { first: first.fault } : {}),
    ...(last.fault && !isHalfDay(values.mode) ? { last: last.fault } : {}),
    ...(begin?.fault ? { fromTime: begin.fault } : {}),
    ...(end?.fault ? { untilTime: end.fault } : {}),
  };
  if (!first.day || !last.day || !begin?.time || !end?.time) return { ok: false, faults };
  const [from, until] = [at(first.day, begin.time), at(last.day, end.time)];
  if (Date.parse(until) > Date.parse(from)) return { ok: true, from, until };
  const place = values.mode === 'times' && first.day === last.day ? 'untilTime' : 'last';
  return { ok: false, faults: { [place]: 'absence.fault.reversed' } };
}
