import { useState } from 'react';
import { useMe } from '../api/session';
import { parseDate } from '../wareki/parse';
import { DateInput } from './text-inputs';

interface ShownDayProps {
  id: string;
  label: string;
  /** The day that is shown; undefined: today. */
  day: string | undefined;
  /** Whether a day can be shown; today is shown without one. */
  accepts: (day: string, today: string) => boolean;
  onDay: (day: string | undefined) => void;
}

/** RULE-100 The day whose state a screen shows, taken when the field is left. */
export function ShownDay({ id, label, day, accepts, onDay }: ShownDayProps) {
  const me = useMe();
  const [typed, setTyped] = useState(day ?? '');
  const settle = () => {
    const reading = typed.trim() === '' ? null : parseDate(typed, me.today);
    const wanted = reading?.ok && accepts(reading.iso, me.today) ? reading.iso : undefined;
    if (wanted !== day) onDay(wanted);
  };
  return <DateInput id={id} label={label} value={typed} today={me.today} onChange={setTyped} onBlur={settle} />;
}
