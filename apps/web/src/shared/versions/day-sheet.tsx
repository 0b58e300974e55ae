import { useId, useState } from 'react';
import { useMe } from '../api/session';
import { readDay } from '../form/day-field';
import { DateInput } from '../form/text-inputs';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import type { VersionAct } from './ask-sheet';

interface DaySheetProps extends VersionAct {
  title: string;
  /** @param day today or later, 'YYYY-MM-DD' */
  onSend: (day: string) => void;
}

/** 施行日: asks for the day from which a version is to hold. */
export function DaySheet({ title, act, text, write, onClose, onSend }: DaySheetProps) {
  const t = useT();
  const { today } = useMe();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { iso } = readDay(typed, today);
  const day = iso !== null && iso >= today ? iso : null;
  return (
    <SheetDialog title={title} onClose={onClose} dismissable={!write.isPending}>
      <p>{text}</p>
      <DateInput
        id={id}
        label={t('version.validFrom')}
        today={today}
        value={typed}
        error={typed !== '' && day === null ? t('version.badDay') : undefined}
        onChange={setTyped}
      />
      {write.error && <ProblemNote error={write.error} />}
      <SheetFoot>
        <Button onClick={onClose}>{t('version.cancel')}</Button>
        <Button
          look="primary"
          disabled={day === null || write.isPending}
          onClick={() => {
            if (day !== null) onSend(day);
          }}
        >
          {act}
        </Button>
      </SheetFoot>
    </SheetDialog>
  );
}
