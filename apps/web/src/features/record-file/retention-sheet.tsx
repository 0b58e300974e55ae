import { useState, type FormEvent } from 'react';
import {
  type DatePlan,
  type FileDetail,
  useDatePreview,
  useFileStep,
  useRetentionClasses,
} from '../../shared/api/keeping';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { DatesPreview } from '../../shared/keeping/dates-preview';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { StepFoot } from './step-foot';

/** Another retention class: old and new dates are seen first, and nothing becomes shorter silently (KEEP-2). */
export default function RetentionSheet({ file, onClose }: { file: FileDetail; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const classes = useRetentionClasses();
  const step = useFileStep();
  const [retentionClass, setClass] = useState('');
  const [reason, setReason] = useState('');
  const [shorten, setShorten] = useState(false);
  const [asked, setAsked] = useState(false);
  const plan: DatePlan | null = retentionClass === '' ? null : { do: 'retention', fileId: file.id, retentionClass };
  const preview = useDatePreview(plan);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (retentionClass === '' || reason.trim() === '' || !preview.data) return;
    step.mutate(
      {
        do: 'retention',
        fileId: file.id,
        retentionClass,
        reason: reason.trim(),
        shorten: shorten && preview.data.isShorter,
      },
      {
        onSuccess: () => {
          announce(t('file.done'));
          onClose();
        },
      },
    );
  };
  const others = (classes.data?.items ?? []).filter(({ code, isToCome }) => code !== file.retentionClass && !isToCome);
  return (
    <SheetDialog title={t('retention.title')} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p>
          {file.title}: {file.retentionLabel}
        </p>
        <SelectInput
          above
          label={t('retention.class')}
          value={retentionClass}
          options={[['', t('retention.pick')] as const, ...others.map(({ code, label }) => [code, label] as const)]}
          onChange={setClass}
        />
        <DatesPreview plan={plan} />
        {preview.data?.isShorter && (
          <LabelledTick label={t('dates.shorten')} checked={shorten} onChange={() => setShorten(!shorten)} />
        )}
        <TextAreaInput
          id="retention-reason"
          rows={2}
          label={t('retention.reason')}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        <StepFoot step={step} waits={!preview.data} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
