import { useState, type FormEvent } from 'react';
import { type FileDetail, type FileStep, useFileStep } from '../../shared/api/keeping';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { StepFoot } from './step-foot';

const STEPS = {
  reopen: 'reopening',
  make_continuing: 'continuation',
  make_yearly: 'endWithYear',
  remove: 'removal',
} as const satisfies Readonly<Record<string, FileStep['do']>>;

export type ReasonAct = keyof typeof STEPS;

interface ReasonSheetProps {
  readonly file: FileDetail;
  readonly act: ReasonAct;
  readonly onClose: () => void;
}

/** What is done with a whole file and asks for nothing but a reason (CONT-4 to CONT-6, EMPTY-1). */
export default function ReasonSheet({ file, act, onClose }: ReasonSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const step = useFileStep();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return;
    step.mutate(
      { do: STEPS[act], fileId: file.id, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t('file.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t(`file.act.${act}`)} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p className="font-bold">{file.title}</p>
        <p className="text-13">{t(`${act}.help`)}</p>
        <TextAreaInput
          id="act-reason"
          rows={2}
          label={t(`${act}.reason`)}
          required
          value={reason}
          error={asked && reason.trim() === '' ? t('form.missing') : undefined}
          onChange={setReason}
        />
        <StepFoot step={step} label={t(`${act}.do`)} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
