import { useState, type FormEvent } from 'react';
import type { PaperStep, useFilePaperStep } from '../../shared/api/file-paper';
import { useMe } from '../../shared/api/session';
import { readDay } from '../../shared/form/day-field';
import { LabelledTick } from '../../shared/form/picked';
import { DateInput, NumberInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import type { PaperAct } from './paper-acts';

interface PaperSheetProps {
  readonly act: PaperAct;
  readonly step: ReturnType<typeof useFilePaperStep>;
  readonly onClose: () => void;
}

const empty = {
  code: '',
  note: '',
  reason: '',
  purpose: '',
  dueOn: '',
  title: '',
  number: '',
  documentedOn: '',
  pages: '',
};
type Values = typeof empty;
const fieldsOf = {
  place: ['code', 'note'],
  give_back: ['reason'],
  borrow: ['purpose', 'dueOn'],
  register: ['title', 'number', 'documentedOn', 'pages', 'note'],
} as const satisfies Readonly<Record<PaperAct, readonly (keyof Values)[]>>;
const optional: readonly (keyof Values)[] = ['code', 'number', 'note'];

/** What is sent, or null while something is missing. */
function stepOf(
  act: PaperAct,
  values: Values,
  { today, disposition }: { readonly today: string; readonly disposition: boolean },
): PaperStep | null {
  const said = (field: keyof Values) => values[field].trim();
  const day = (field: 'dueOn' | 'documentedOn') => readDay(values[field], today).iso;
  const given = <K extends string>(name: K, field: keyof Values) =>
    (said(field) === '' ? {} : { [name]: said(field) }) as { [name in K]?: string };
  switch (act) {
    case 'place':
      return said('code') === '' && said('note') === ''
        ? null
        : { do: 'place', body: { ...given('placeCode', 'code'), ...given('note', 'note') } };
    case 'give_back':
      return said('reason') === '' ? null : { do: 'give_back', reason: said('reason') };
    case 'borrow': {
      const dueOn = day('dueOn');
      return said('purpose') === '' || !dueOn ? null : { do: 'borrow', purpose: said('purpose'), dueOn };
    }
    case 'register': {
      const documentedOn = day('documentedOn');
      if (said('title') === '' || !documentedOn || said('pages') === '') return null;
      const issued = disposition ? { issuedOn: documentedOn } : {};
      const rest = { ...given('documentNumber', 'number'), ...given('location', 'note'), ...issued };
      return {
        do: 'register',
        body: { title: said('title'), documentedOn, pages: Number(said('pages')), disposition, ...rest },
      };
    }
  }
}

/** 置き場所, 借覧の申込み, 返還, 紙の記録: what is said of each, in one sheet. */
export default function PaperSheet({ act, step, onClose }: PaperSheetProps) {
  const t = useT();
  const { today } = useMe();
  const announce = useAnnounce();
  const [values, setValues] = useState(empty);
  const [disposition, setDisposition] = useState(false);
  const [asked, setAsked] = useState(false);
  const taken = stepOf(act, values, { today, disposition });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!taken) return;
    step.mutate(taken, {
      onSuccess: () => {
        announce(t('paper.done'));
        onClose();
      },
    });
  };
  return (
    <SheetDialog title={t(`paperFile.act.${act}`)} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        {fieldsOf[act].map((field) => {
          const value = values[field];
          const needed = !optional.includes(field) || (act === 'place' && field === 'code' && values.note === '');
          const own = {
            id: `paper-${field}`,
            label: t(`paperFile.field.${field}`),
            value,
            required: needed,
            error: asked && needed && value.trim() === '' ? t('form.missing') : undefined,
            onChange: (text: string) => setValues({ ...values, [field]: text }),
          };
          if (field === 'dueOn' || field === 'documentedOn') return <DateInput key={field} {...own} today={today} />;
          if (field === 'pages') return <NumberInput key={field} {...own} kind="integer" />;
          if (field === 'reason' || field === 'purpose') return <TextAreaInput key={field} {...own} rows={2} />;
          return <TextInput key={field} {...own} />;
        })}
        {act === 'register' && (
          <LabelledTick
            label={t('paperFile.disposition')}
            checked={disposition}
            onChange={() => setDisposition(!disposition)}
          />
        )}
        {step.error && <ProblemNote error={step.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={step.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={step.isPending}>
            {t('form.save')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
