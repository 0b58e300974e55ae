import { useState, type FormEvent } from 'react';
import { type DatePlan, type DateTarget, useDatePreview, useFileStep } from '../../shared/api/keeping';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { DateInput, TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { DatesPreview } from '../../shared/keeping/dates-preview';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';
import { StepFoot } from './step-foot';

interface EventSheetProps {
  readonly target: DateTarget;
  readonly before: string | null;
  readonly onClose: () => void;
}

/** 特定日: the dates that it would make are seen, and confirmed as they were seen (KEEP-1). */
export default function EventSheet({ target, before, onClose }: EventSheetProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const step = useFileStep();
  const [typed, setTyped] = useState(before ? formatDay(before, 'ja') : '');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const day = readDay(typed, today);
  const plan: DatePlan | null = day.isBad ? null : { do: 'event', target, eventOn: day.iso };
  const preview = useDatePreview(plan);
  const missing = (preview.data?.needsReason ?? false) && reason.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (day.isBad || missing || !preview.data) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    step.mutate(
      { do: 'event', target, eventOn: day.iso, ...why, seenExpiry: preview.data.expiresOn },
      {
        onSuccess: () => {
          announce(t('file.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t('event.title')} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <DateInput
          id="event-on"
          label={t('event.day')}
          help={t('event.help')}
          today={today}
          value={typed}
          error={asked && day.isBad ? t('form.badDay') : undefined}
          onChange={setTyped}
        />
        {preview.data?.needsReason && (
          <TextAreaInput
            id="event-reason"
            rows={2}
            label={t('event.reason')}
            required
            value={reason}
            error={asked && missing ? t('form.missing') : undefined}
            onChange={setReason}
          />
        )}
        <DatesPreview plan={plan} />
        <StepFoot step={step} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
