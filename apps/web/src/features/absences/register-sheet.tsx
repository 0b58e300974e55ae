import { useState, type FormEvent } from 'react';
import { useCoverPreview, useRegisterAbsence } from '../../shared/api/absences';
import type { AbsenceCalendar } from '../../shared/api/types';
import { PersonPicker } from '../../shared/form/person-picker';
import { TextInput } from '../../shared/form/text-inputs';
import { useT, type PlainKey } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { CoverList } from './cover-list';
import { SpanFields } from './span-fields';
import { emptySpan, readSpan, type SpanReading } from './span-values';

type Kind = 'absence' | 'incapacity';
const reasons: readonly PlainKey[] = ['absence.reason.trip', 'absence.reason.leave', 'absence.reason.training'];

interface WhoActsProps {
  span: SpanReading;
  staffNo: string | null;
  kind: Kind;
}

/** Answers before it is registered: who acts while I am away, or that nobody can. */
function WhoActs({ span, staffNo, kind }: WhoActsProps) {
  const t = useT();
  const query = span.ok ? { from: span.from, until: span.until, kind, ...(staffNo ? { staffNo } : {}) } : null;
  const preview = useCoverPreview(query);
  const items = preview.data?.items ?? [];
  return (
    <section aria-live="polite" className="rounded-8 bg-solid-gray-50 p-3">
      <h3 className="mb-2 font-bold">{t('absence.whoActs')}</h3>
      {!span.ok && <p>{t('absence.askTheTime')}</p>}
      {span.ok && preview.error && <ProblemNote error={preview.error} />}
      {span.ok && preview.data && items.length === 0 && <p>{t('absence.noPosts')}</p>}
      {span.ok && items.length > 0 && <CoverList covers={items} />}
    </section>
  );
}

interface ForOthersProps {
  mayIncapacity: boolean;
  kind: Kind;
  because: string;
  error: string | undefined;
  onPerson: (staffNo: string | null) => void;
  onKind: (kind: Kind) => void;
  onBecause: (text: string) => void;
}

/** What the personnel office and the records office see besides. */
function ForOthers({ mayIncapacity, kind, because, error, onPerson, onKind, onBecause }: ForOthersProps) {
  const t = useT();
  return (
    <>
      <PersonPicker label={t('absence.who')} help={t('absence.whoHelp')} onChange={onPerson} />
      {mayIncapacity && (
        <fieldset className="flex flex-wrap gap-4">
          <legend className="mb-1 font-bold">{t('absence.kind')}</legend>
          {(['absence', 'incapacity'] as const).map((value) => (
            <label key={value} className="touch-target flex items-center gap-2">
              <input type="radio" name="kind" checked={kind === value} onChange={() => onKind(value)} />
              {t(`absence.kind.${value}`)}
            </label>
          ))}
        </fieldset>
      )}
      <TextInput id="because" label={t('absence.because')} value={because} error={error} onChange={onBecause} />
    </>
  );
}

interface RegisterSheetProps {
  day: string;
  today: string;
  me: string;
  allowed: AbsenceCalendar['allowed'];
  onClose: () => void;
}

export default function RegisterSheet({ day, today, me, allowed, onClose }: RegisterSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const register = useRegisterAbsence();
  const [values, setValues] = useState(() => emptySpan(day));
  const [reason, setReason] = useState('');
  const [staffNo, setStaffNo] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('absence');
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const span = readSpan(values, today);
  const onBehalf = (staffNo !== null && staffNo !== me) || kind === 'incapacity';
  const missing = (text: string) => (asked && text.trim() === '' ? t('absence.fault.required') : undefined);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!span.ok || reason.trim() === '' || (onBehalf && because.trim() === '')) return;
    const body = { from: span.from, until: span.until, reason: reason.trim(), kind };
    const other = { ...(staffNo ? { staffNo } : {}), ...(onBehalf ? { onBehalfBecause: because.trim() } : {}) };
    register.mutate(
      { ...body, ...other },
      {
        onSuccess: () => {
          announce(t('absence.registered'));
          onClose();
        },
      },
    );
  };

  return (
    <SheetDialog title={t('absence.registerTitle')} onClose={onClose} dismissable={!register.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        {allowed.includes('register_for_others') && (
          <ForOthers
            mayIncapacity={allowed.includes('register_incapacity')}
            kind={kind}
            because={because}
            error={onBehalf ? missing(because) : undefined}
            onPerson={setStaffNo}
            onKind={setKind}
            onBecause={setBecause}
          />
        )}
        <SpanFields values={values} faults={asked && !span.ok ? span.faults : {}} today={today} onChange={setValues} />
        <TextInput
          id="reason"
          label={t('absence.reason')}
          value={reason}
          required
          help={t('absence.reasonHelp')}
          error={missing(reason)}
          onChange={setReason}
        />
        <div className="flex flex-wrap gap-2">
          {reasons.map((key) => (
            <Button key={key} look="quiet" onClick={() => setReason(t(key))}>
              {t(key)}
            </Button>
          ))}
        </div>
        <WhoActs span={span} staffNo={staffNo} kind={kind} />
        {register.error && <ProblemNote error={register.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={register.isPending}>
            {t('common.back')}
          </Button>
          <Button look="primary" type="submit" disabled={register.isPending}>
            {t('absence.register')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
