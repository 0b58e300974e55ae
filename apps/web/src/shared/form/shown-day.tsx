import { useState } from 'react';
import { useMe } from '../api/session';
import { useT } from '../i18n/translate';
import { readDay } from './day-field';
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

/** RULE-100 The day whose state a screen shows, taken when the field is left; one that cannot be shown is said, and nothing changes. */
export function ShownDay({ id, label, day, accepts, onDay }: ShownDayProps) {
  const t = useT();
  const { today } = useMe();
  const [typed, setTyped] = useState(day ?? '');
  const [left, setLeft] = useState(false);
  const { iso, isBad } = readDay(typed, today);
  const wanted = iso !== null && accepts(iso, today) ? iso : undefined;
  const isBeyond = iso !== null && iso !== today && wanted === undefined;
  const settle = () => {
    setLeft(true);
    if (!isBad && !isBeyond && wanted !== day) onDay(wanted);
  };
  const change = (text: string) => {
    setLeft(false);
    setTyped(text);
  };
  const error = isBad ? t('form.badDay') : isBeyond ? t('form.dayBeyond') : undefined;
  return (
    <DateInput
      {...{ id, label, today }}
      value={typed}
      error={left ? error : undefined}
      onChange={change}
      onBlur={settle}
    />
  );
}
