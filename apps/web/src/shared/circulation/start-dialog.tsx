import { useState, type FormEvent } from 'react';
import {
  useAddReaders,
  useStartCirculation,
  type Circulation,
  type CirculationSubject,
  type ReaderWish,
} from '../api/circulations';
import { useIntakeChoices } from '../api/receipts';
import { useMe } from '../api/session';
import { DateInput, TextAreaInput } from '../form/text-inputs';
import { useT } from '../i18n/translate';
import { Button } from '../ui/button';
import { useAnnounce } from '../ui/notice';
import { ProblemNote } from '../ui/problem-note';
import { SheetDialog, SheetFoot } from '../ui/sheet-dialog';
import { parseDate } from '../wareki/parse';
import { ReaderPicker, type Chosen } from './reader-picker';

const nobody: Chosen = new Map<string, ReaderWish>();

function AudiencePicker({ chosen, onChange }: { chosen: readonly string[]; onChange: (codes: string[]) => void }) {
  const t = useT();
  const choices = useIntakeChoices();
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="mb-1 font-bold">{t('circ.chooseSections')}</legend>
      {(choices.data?.sections ?? []).map(({ code, name }) => (
        <label key={code} className="touch-target flex items-center gap-2">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

interface StartDialogProps {
  subject: CirculationSubject;
  mode: 'reading' | 'broadcast';
  onClose: () => void;
}

/** Begins a 供覧 with its readers, or a 回覧 with its sections. */
export function StartDialog({ subject, mode, onClose }: StartDialogProps) {
  const t = useT();
  const me = useMe();
  const announce = useAnnounce();
  const start = useStartCirculation(subject);
  const [chosen, setChosen] = useState(nobody);
  const [audience, setAudience] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const readers = [...chosen.values()];
    if (mode === 'reading' && !readers.some(({ required }) => required)) return setMissing(true);
    const reading = parseDate(day, me.today);
    const body = {
      mode,
      readers,
      audience: [...audience],
      note: note.trim() || null,
      readByOn: reading.ok ? reading.iso : null,
    };
    start.mutate(body, {
      onSuccess: () => {
        announce(t('circ.started'));
        onClose();
      },
    });
  };
  return (
    <SheetDialog title={t(`circ.start.${mode}`)} onClose={onClose} dismissable={!start.isPending} wide>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {mode === 'reading' ? (
          <ReaderPicker chosen={chosen} onChange={setChosen} />
        ) : (
          <AudiencePicker chosen={audience} onChange={setAudience} />
        )}
        {missing && (
          <p role="alert" className="text-vermilion">
            {t('circ.noneChosen')}
          </p>
        )}
        <TextAreaInput id="circ-note" label={t('circ.note')} rows={2} value={note} onChange={setNote} />
        <DateInput id="circ-day" label={t('circ.readByOn')} today={me.today} value={day} onChange={setDay} />
        {start.error && <ProblemNote error={start.error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={start.isPending}>
            {t(`circ.start.${mode}`)}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}

/** Asks further people while it runs. */
export function AddReadersDialog({ circulation, onClose }: { circulation: Circulation; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const add = useAddReaders(circulation.id);
  const [chosen, setChosen] = useState(nobody);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate([...chosen.values()], {
      onSuccess: () => {
        announce(t('circ.added'));
        onClose();
      },
    });
  };
  return (
    <SheetDialog title={t('circ.add')} onClose={onClose} dismissable={!add.isPending} wide>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <ReaderPicker chosen={chosen} onChange={setChosen} taken={circulation.readers.map(({ staffNo }) => staffNo)} />
        {add.error && <ProblemNote error={add.error} />}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.back')}</Button>
          <Button type="submit" look="primary" disabled={add.isPending || chosen.size === 0}>
            {t('circ.add')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
