import { useState, type FormEvent } from 'react';
import { type Hold, type HoldGround, holdGrounds, useHolds, useHoldStep, usePlaceHold } from '../api/holds';
import { useMe } from '../api/session';
import { readDay } from '../form/day-field';
import { SelectInput } from '../form/picked';
import { DateInput, TextAreaInput, TextInput } from '../form/text-inputs';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import { formatDay } from '../wareki/format';

export interface HoldSheetProps {
  readonly fileIds: readonly string[];
  readonly documentIds: readonly string[];
  /** Also after it was placed. */
  readonly onClose: () => void;
}

const yearAfter: readonly HoldGround[] = ['disclosure_request', 'appeal'];
const empty = { caseNo: '', reason: '', triggeredOn: '', decidedOn: '' };

function NewHold({ fileIds, documentIds, onClose }: HoldSheetProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const place = usePlaceHold();
  const [ground, setGround] = useState<HoldGround>('disclosure_request');
  const [values, setValues] = useState({ ...empty, triggeredOn: formatDay(today, 'ja') });
  const [asked, setAsked] = useState(false);
  const set = (field: keyof typeof empty) => (value: string) => setValues({ ...values, [field]: value });
  const triggered = readDay(values.triggeredOn, today);
  const decided = readDay(values.decidedOn, today);
  const faultOf = (day: typeof triggered, missing: boolean) =>
    asked ? (day.isBad ? t('holds.badDay') : missing ? t('holds.required') : undefined) : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!triggered.iso || triggered.isBad || decided.isBad || values.reason.trim() === '') return;
    const given = {
      ...(values.caseNo.trim() ? { caseNo: values.caseNo.trim() } : {}),
      ...(decided.iso && yearAfter.includes(ground) ? { decidedOn: decided.iso } : {}),
    };
    place.mutate(
      {
        ground,
        reason: values.reason.trim(),
        triggeredOn: triggered.iso,
        ...given,
        fileIds: [...fileIds],
        documentIds: [...documentIds],
      },
      {
        onSuccess: () => {
          announce(t('holds.done'));
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
      <SelectInput
        above
        label={t('holds.ground')}
        value={ground}
        options={holdGrounds.map((one) => [one, t(`holds.ground.${one}`)] as const)}
        onChange={setGround}
      />
      <TextInput id="hold-case" label={t('holds.caseNo')} value={values.caseNo} onChange={set('caseNo')} />
      <TextAreaInput
        id="hold-reason"
        rows={2}
        label={t('holds.reason')}
        required
        value={values.reason}
        error={asked && values.reason.trim() === '' ? t('holds.required') : undefined}
        onChange={set('reason')}
      />
      <DateInput
        id="hold-triggered"
        label={t('holds.triggeredOn')}
        required
        today={today}
        value={values.triggeredOn}
        error={faultOf(triggered, triggered.iso === null)}
        onChange={set('triggeredOn')}
      />
      {yearAfter.includes(ground) ? (
        <DateInput
          id="hold-decided"
          label={t('holds.decidedOn')}
          help={`${t('holds.decidedLater')} ${t('holds.yearAfter')}`}
          today={today}
          value={values.decidedOn}
          error={faultOf(decided, false)}
          onChange={set('decidedOn')}
        />
      ) : (
        <p className="text-13 text-quiet">{t('holds.byRelease')}</p>
      )}
      {place.error && <ProblemNote error={place.error} />}
      <SheetFoot>
        <Button onClick={onClose} disabled={place.isPending}>
          {t('common.back')}
        </Button>
        <Button type="submit" look="primary" disabled={place.isPending}>
          {t('holds.do')}
        </Button>
      </SheetFoot>
    </form>
  );
}

function KnownHold({ fileIds, documentIds, onClose, known }: HoldSheetProps & { known: readonly Hold[] }) {
  const t = useT();
  const announce = useAnnounce();
  const step = useHoldStep();
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? known[0]?.id;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!id) return;
    step.mutate(
      { id, step: { do: 'widen', fileIds: [...fileIds], documentIds: [...documentIds] } },
      {
        onSuccess: () => {
          announce(t('holds.done'));
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      {id && (
        <SelectInput
          above
          label={t('holds.which')}
          value={id}
          options={known.map((hold) => [
            hold.id,
            [t(`holds.ground.${hold.ground}`), hold.caseNo, hold.reason].filter(Boolean).join(' '),
          ])}
          onChange={setChosen}
        />
      )}
      {step.error && <ProblemNote error={step.error} />}
      <SheetFoot>
        <Button onClick={onClose} disabled={step.isPending}>
          {t('common.back')}
        </Button>
        <Button type="submit" look="primary" disabled={step.isPending || !id}>
          {t('holds.do')}
        </Button>
      </SheetFoot>
    </form>
  );
}

/** 廃棄保留 is placed on files and documents: a new one, or one that is there is widened. */
export default function HoldSheet(props: HoldSheetProps) {
  const t = useT();
  const list = useHolds({ state: 'in_force' });
  const known = (list.data?.pages.flatMap((page) => page.items) ?? []).filter(({ allowed }) =>
    allowed.includes('widen'),
  );
  const [how, setHow] = useState<'new' | 'existing'>('new');
  const counts = { files: props.fileIds.length, documents: props.documentIds.length };
  return (
    <SheetDialog title={t('holds.placeFor', counts)} onClose={props.onClose}>
      <p>{t('holds.atOnce')}</p>
      {known.length > 0 && (
        <SelectInput
          above
          label={t('holds.how')}
          value={how}
          options={[
            ['new', t('holds.how.new')],
            ['existing', t('holds.how.existing')],
          ]}
          onChange={setHow}
        />
      )}
      {how === 'new' ? <NewHold {...props} /> : <KnownHold {...props} known={known} />}
    </SheetDialog>
  );
}
