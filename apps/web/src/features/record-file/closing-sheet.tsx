import { useState, type FormEvent } from 'react';
import { type DatePlan, type FileDetail, useDatePreview, useFileStep } from '../../shared/api/keeping';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { DateInput, TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { DatesPreview } from '../../shared/keeping/dates-preview';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';
import { StepFoot } from './step-foot';

interface ClosingSheetProps {
  readonly file: FileDetail;
  readonly onClose: () => void;
}

/** 継続簿冊: closed on a day whose dates are seen first, with a reason (CONT-2). */
export default function ClosingSheet({ file, onClose }: ClosingSheetProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const step = useFileStep();
  const [typed, setTyped] = useState(formatDay(today, 'ja'));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const day = readDay(typed, today);
  const closedOn = day.iso;
  // While it is being closed nobody asks what closing it would do.
  const plan: DatePlan | null =
    closedOn === null || step.isPending ? null : { do: 'closing', fileId: file.id, closedOn };
  const preview = useDatePreview(plan);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const why = { fileId: file.id, reason: reason.trim() };
    if (why.reason === '' || closedOn === null) return;
    step.mutate(
      { do: 'closing', ...why, closedOn },
      {
        onSuccess: () => {
          announce(t('file.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('closing.title')} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p className="font-bold">{file.title}</p>
        <p className="text-13">{t('closing.help')}</p>
        <DateInput
          id="closed-on"
          label={t('closing.day')}
          required
          today={today}
          value={typed}
          error={asked && !day.iso ? t(day.isBad ? 'form.badDay' : 'form.missing') : undefined}
          onChange={setTyped}
        />
        {plan && <DatesPreview plan={plan} />}
        <TextAreaInput
          id="closing-reason"
          rows={2}
          label={t('closing.reason')}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        <StepFoot step={step} label={t('closing.do')} waits={!preview.data} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
