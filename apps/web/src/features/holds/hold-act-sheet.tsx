import { useState, type FormEvent, type ReactNode } from 'react';
import { type HoldDetail, type HoldStep, useHoldStep } from '../../shared/api/holds';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { DateInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';

type Act = 'release' | 'decide' | 'change';

interface HoldActProps {
  readonly hold: HoldDetail;
  readonly act: Act;
  readonly onClose: () => void;
}

interface Values {
  readonly note: string;
  readonly day: string;
  readonly caseNo: string;
  readonly reason: string;
}

function stepOf(act: Act, values: Values, decidedOn: string | null): HoldStep {
  const note = values.note.trim();
  if (act === 'release') return { do: 'release', reason: note };
  if (act === 'decide') return { do: 'decide', decidedOn, note };
  const caseNo = values.caseNo.trim();
  return { do: 'change', ...(caseNo === '' ? {} : { caseNo }), reason: values.reason.trim(), note };
}

interface FieldsProps {
  readonly act: Act;
  readonly values: Values;
  readonly set: (field: keyof Values) => (value: string) => void;
  readonly dayError: string | undefined;
}

function ActFields({ act, values, set, dayError }: FieldsProps): ReactNode {
  const t = useT();
  const { today } = useMe();
  if (act === 'release') return <p>{t('holds.releaseHelp')}</p>;
  if (act === 'decide')
    return (
      <DateInput
        id="decided"
        label={t('holds.decidedOn')}
        help={t('holds.yearAfter')}
        today={today}
        value={values.day}
        error={dayError}
        onChange={set('day')}
      />
    );
  return (
    <>
      <TextInput id="case" label={t('holds.caseNo')} value={values.caseNo} onChange={set('caseNo')} />
      <TextAreaInput
        id="why"
        rows={2}
        label={t('holds.reason')}
        required
        value={values.reason}
        onChange={set('reason')}
      />
    </>
  );
}

/** 解除, 決定・裁決の日, 訂正: each with its reason, which the ledger keeps. */
export default function HoldActSheet({ hold, act, onClose }: HoldActProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const step = useHoldStep();
  const [asked, setAsked] = useState(false);
  const [values, setValues] = useState<Values>({
    note: '',
    day: hold.decidedOn ? formatDay(hold.decidedOn, 'ja') : '',
    caseNo: hold.caseNo ?? '',
    reason: hold.reason,
  });
  const set = (field: keyof Values) => (value: string) => setValues({ ...values, [field]: value });
  const day = readDay(values.day, today);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (values.note.trim() === '' || day.isBad || values.reason.trim() === '') return;
    step.mutate(
      { id: hold.id, step: stepOf(act, values, day.iso) },
      {
        onSuccess: () => {
          announce(t('holds.saved'));
          onClose();
        },
      },
    );
  };
  const ground = t(`holds.ground.${hold.ground}`);
  return (
    <SheetDialog
      title={act === 'release' ? t('holds.releaseOf', { ground, caseNo: hold.caseNo ?? '' }) : t(`holds.act.${act}`)}
      onClose={onClose}
      dismissable={!step.isPending}
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <ActFields {...{ act, values, set }} dayError={asked && day.isBad ? t('holds.badDay') : undefined} />
        <TextAreaInput
          id="note"
          rows={2}
          label={act === 'release' ? t('holds.reason') : t('holds.note')}
          required
          value={values.note}
          error={asked && values.note.trim() === '' ? t('holds.required') : undefined}
          onChange={set('note')}
        />
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look={act === 'release' ? 'danger' : 'primary'} disabled={step.isPending}>
            {t(`holds.act.${act}`)}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
