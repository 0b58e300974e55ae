import { useState, type FormEvent } from 'react';
import { useInstruct } from '../api/approval';
import { useMe } from '../api/session';
import type { Approval } from '../api/types';
import { DateInput } from '../form/text-inputs';
import { useLanguage } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import { formatDay } from '../wareki/format';
import { parseDate } from '../wareki/parse';
import { nameOfSeat } from './offered-acts';
import { placeOf } from './act-request';
import { ReasonField } from './reason-field';

interface InstructDialogProps {
  title: string;
  approval: Approval;
  /** The seat of the decider. */
  seatId: string;
  onClose: () => void;
}

/** 事前の指示: what the decider said beforehand, and on which day (RULE-42). */
export default function InstructDialog({ title, approval, seatId, onClose }: InstructDialogProps) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const announce = useAnnounce();
  const instruct = useInstruct(approval.documentId);
  const [given, setGiven] = useState(locale === 'ja' ? formatDay(today, 'ja') : today);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const place = placeOf(approval, seatId);
  const day = parseDate(given, today);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!day.ok || day.iso > today || text.trim() === '') return;
    instruct.mutate(
      { seatId, givenOn: day.iso, text: text.trim() },
      {
        onSuccess: () => {
          announce(t('acts.done', { act: t('acts.instruct'), title }));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('acts.instruct')} onClose={onClose} dismissable={!instruct.isPending}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <p>{title}</p>
        {place && (
          <p>
            {t('acts.instructBy')} <b>{nameOfSeat(place)}</b> {place.seat.holder?.name}
          </p>
        )}
        <DateInput
          id="instruct-day"
          label={t('acts.givenOn')}
          required
          today={today}
          value={given}
          error={tried && (!day.ok || day.iso > today) ? t('acts.givenOnMissing') : undefined}
          onChange={setGiven}
        />
        <ReasonField
          label={t('acts.instructText')}
          value={text}
          required
          missing={tried && text.trim() === ''}
          onChange={setText}
        />
        {instruct.error && <ProblemNote error={instruct.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={instruct.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={instruct.isPending}>
            {t('acts.record')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
