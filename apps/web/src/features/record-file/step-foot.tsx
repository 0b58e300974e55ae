import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetFoot } from '../../shared/ui/sheet-dialog';

interface StepFootProps {
  readonly step: { readonly isPending: boolean; readonly error: unknown };
  /** What the step does; otherwise it saves. */
  readonly label?: string;
  /** What has to be seen first is not there yet. */
  readonly waits?: boolean;
  readonly onClose: () => void;
}

/** How every sheet of the file page ends: what was refused, the way back, and the step. */
export function StepFoot({ step, label, waits = false, onClose }: StepFootProps) {
  const t = useT();
  return (
    <>
      {step.error !== null && step.error !== undefined && <ProblemNote error={step.error} />}
      <SheetFoot>
        <Button onClick={onClose} disabled={step.isPending}>
          {t('common.back')}
        </Button>
        <Button type="submit" look="primary" disabled={step.isPending || waits}>
          {label ?? t('form.save')}
        </Button>
      </SheetFoot>
    </>
  );
}
