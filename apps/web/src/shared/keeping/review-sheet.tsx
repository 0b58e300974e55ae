import { useState, type FormEvent } from 'react';
import { useFileStep } from '../api/keeping';
import { useMe } from '../api/session';
import { readDay } from '../form/day-field';
import { DateInput, TextAreaInput } from '../form/text-inputs';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';

interface ReviewSheetProps {
  readonly fileId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** 見直し of 永年 and 常用: it is kept on for a ground, and looked at again on a day. */
export default function ReviewSheet({ fileId, title, onClose }: ReviewSheetProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const step = useFileStep();
  const [typed, setTyped] = useState('');
  const [ground, setGround] = useState('');
  const [asked, setAsked] = useState(false);
  const day = readDay(typed, today);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!day.iso || ground.trim() === '') return;
    step.mutate(
      { do: 'review', fileId, nextOn: day.iso, ground: ground.trim() },
      {
        onSuccess: () => {
          announce(t('file.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('review.title')} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p className="font-bold">{title}</p>
        <DateInput
          id="next-on"
          label={t('review.nextOn')}
          required
          today={today}
          value={typed}
          error={asked && !day.iso ? t(day.isBad ? 'form.badDay' : 'form.missing') : undefined}
          onChange={setTyped}
        />
        <TextAreaInput
          id="ground"
          rows={3}
          label={t('review.ground')}
          required
          value={ground}
          error={asked && ground.trim() === '' ? t('form.missing') : undefined}
          onChange={setGround}
        />
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={step.isPending}>
            {t('review.do')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
