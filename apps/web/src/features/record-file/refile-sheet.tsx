import { useState, type FormEvent } from 'react';
import { type DatePlan, type FileDetail, useDatePreview, useFileStep } from '../../shared/api/keeping';
import { useFilingClasses } from '../../shared/api/matter-types';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { DatesPreview } from '../../shared/keeping/dates-preview';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { StepFoot } from './step-foot';

interface RefileSheetProps {
  readonly file: FileDetail;
  readonly documentIds: readonly string[];
  readonly onClose: () => void;
}

interface Choice {
  readonly classCode: string;
  readonly reason: string;
  readonly shorten: boolean;
  readonly carryHolds: boolean;
}

/** One after the other, since each has its own refusal; what was done before a refusal stays done. */
function useRefiling(documentIds: readonly string[]) {
  const step = useFileStep();
  const [done, setDone] = useState<readonly string[]>([]);
  const run = async (choice: Choice): Promise<boolean> => {
    for (const documentId of documentIds.filter((id) => !done.includes(id))) {
      try {
        await step.mutateAsync({ do: 'refile', documentId, ...choice });
      } catch {
        // The sheet shows the refusal of the step.
        return false;
      }
      setDone((old) => [...old, documentId]);
    }
    return true;
  };
  return { step, done: done.length, run };
}

/** 再編てつ of the ticked documents, with the dates of the first before and after (KEEP-3). */
export default function RefileSheet({ file, documentIds, onClose }: RefileSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const classes = useFilingClasses();
  const { step, done, run } = useRefiling(documentIds);
  const [choice, setChoice] = useState<Choice>({ classCode: '', reason: '', shorten: false, carryHolds: false });
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Choice>) => setChoice({ ...choice, ...change });
  const [documentId = ''] = documentIds;
  const plan: DatePlan | null =
    choice.classCode === '' ? null : { do: 'refile', documentId, classCode: choice.classCode };
  const preview = useDatePreview(plan);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (choice.classCode === '' || choice.reason.trim() === '') return;
    if (!(await run({ ...choice, reason: choice.reason.trim() }))) return;
    announce(t('file.done'));
    onClose();
  };
  const others = (classes.data ?? []).filter(({ code }) => code !== file.classCode);
  return (
    <SheetDialog title={t('refile.title', { n: documentIds.length })} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-3">
        <p>{t('refile.help')}</p>
        <SelectInput
          above
          label={t('refile.class')}
          value={choice.classCode}
          options={[
            ['', t('retention.pick')] as const,
            ...others.map(
              ({ code, name, retentionLabel }) => [code, `${code} ${name} ${retentionLabel ?? ''}`] as const,
            ),
          ]}
          onChange={(classCode) => set({ classCode })}
        />
        <DatesPreview plan={plan} />
        {preview.data?.isShorter && (
          <LabelledTick
            label={t('dates.shorten')}
            checked={choice.shorten}
            onChange={() => set({ shorten: !choice.shorten })}
          />
        )}
        {file.holds.length > 0 && (
          <LabelledTick
            label={t('refile.carry')}
            checked={choice.carryHolds}
            onChange={() => set({ carryHolds: !choice.carryHolds })}
          />
        )}
        <TextAreaInput
          id="refile-reason"
          rows={2}
          label={t('refile.reason')}
          required
          value={choice.reason}
          error={asked && choice.reason.trim() === '' ? t('form.missing') : undefined}
          onChange={(reason) => set({ reason })}
        />
        {step.error && done > 0 && <p>{t('refile.partly', { done })}</p>}
        <StepFoot step={step} label={t('refile.do')} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
