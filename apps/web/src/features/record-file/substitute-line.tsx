import { useState, type FormEvent } from 'react';
import type { PaperSubstitute, useFilePaperStep } from '../../shared/api/file-paper';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { LabelledTick } from '../../shared/form/picked';
import { DateInput, NumberInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useLanguage } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { formatDay } from '../../shared/wareki/format';

type Step = ReturnType<typeof useFilePaperStep>;
const acts = ['check', 'approve', 'refuse', 'decide_destruction', 'destroy'] as const;
type Act = (typeof acts)[number];

interface SheetProps {
  readonly scan: PaperSubstitute;
  readonly act: Act;
  readonly step: Step;
  readonly onClose: () => void;
}

const empty = { pages: '', text: '', day: '' };

function bodyOf(act: Act, values: typeof empty, { legible, day }: { legible: boolean; day: string | null }) {
  const text = values.text.trim();
  if (act === 'check') return values.pages.trim() === '' ? null : { act, pages: Number(values.pages), legible };
  if (act === 'refuse') return text === '' ? null : { act, reason: text };
  if (act === 'destroy') return text === '' || !day ? null : { act, on: day, method: text };
  return { act };
}

function StepSheet({ scan, act, step, onClose }: SheetProps) {
  const { t } = useLanguage();
  const { today } = useMe();
  const announce = useAnnounce();
  const [values, setValues] = useState({ ...empty, day: formatDay(today, 'ja') });
  const [legible, setLegible] = useState(false);
  const [asked, setAsked] = useState(false);
  const set = (field: keyof typeof empty) => (value: string) => setValues({ ...values, [field]: value });
  const body = bodyOf(act, values, { legible, day: readDay(values.day, today).iso });
  const missing = asked && body === null ? t('form.missing') : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!body) return;
    step.mutate(
      { do: 'substitute', id: scan.id, body },
      {
        onSuccess: () => {
          announce(t('paper.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog title={t(`paperFile.sub.${act}`)} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <p>
          {scan.paperTitle} {scan.fileName}
        </p>
        {act === 'check' && (
          <>
            <NumberInput
              id="pages"
              kind="integer"
              label={t('paperFile.counted')}
              required
              value={values.pages}
              error={missing}
              onChange={set('pages')}
            />
            <LabelledTick label={t('paperFile.legible')} checked={legible} onChange={() => setLegible(!legible)} />
          </>
        )}
        {act === 'refuse' && (
          <TextAreaInput
            id="refusal"
            rows={2}
            label={t('holds.reason')}
            required
            value={values.text}
            error={missing}
            onChange={set('text')}
          />
        )}
        {act === 'destroy' && (
          <>
            <DateInput
              id="destroyed-on"
              label={t('paperFile.destroyedOn')}
              required
              today={today}
              value={values.day}
              onChange={set('day')}
            />
            <TextInput
              id="method"
              label={t('paperFile.method')}
              required
              value={values.text}
              error={missing}
              onChange={set('text')}
            />
          </>
        )}
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look={act === 'destroy' ? 'danger' : 'primary'} disabled={step.isPending}>
            {t(`paperFile.sub.${act}`)}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}

/** A scan that is to stand for paper: who scanned, counted and approved it, and what the reader does next (SUB-1…4). */
export function SubstituteLine({ scan, step }: { scan: PaperSubstitute; step: Step }) {
  const { t, locale } = useLanguage();
  const [open, setOpen] = useState<Act | null>(null);
  const names = {
    scanned: scan.scannedByName,
    checked: scan.checkedByName ?? '–',
    approved: scan.approvedByName ?? '–',
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pl-4 text-13">
      <Chip tone={scan.state === 'destroyed' ? 'good' : 'plain'}>{t(`paper.sub.${scan.state}`)}</Chip>
      <span>{t('paper.sub.steps', names)}</span>
      {scan.refusal && <span>{scan.refusal}</span>}
      {scan.paperMayGoFrom && <span>{t('paper.sub.mayGo', { day: formatDay(scan.paperMayGoFrom, locale) })}</span>}
      {acts
        .filter((act) => scan.allowed.includes(act))
        .map((act) => (
          <Button key={act} look="quiet" onClick={() => setOpen(act)}>
            {t(`paperFile.sub.${act}`)}
          </Button>
        ))}
      {open && <StepSheet scan={scan} act={open} step={step} onClose={() => setOpen(null)} />}
    </div>
  );
}
