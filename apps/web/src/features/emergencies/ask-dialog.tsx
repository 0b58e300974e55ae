import { type FormEvent, useState } from 'react';
import { useAskEmergency } from '../../shared/api/emergencies';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { UnitPicker } from '../../shared/form/unit-picker';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';

const SCOPES = ['numbers', 'unit'] as const;
type Scope = (typeof SCOPES)[number];
const HOUR_MS = 3_600_000;
/** So that clocks that differ a little do not ask for more than is allowed. */
const LEEWAY_MS = 60_000;

const linesOf = (text: string) =>
  text
    .split(/[\n、,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function ScopeChoice({ scope, onChoose }: { scope: Scope; onChoose: (scope: Scope) => void }) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-13">{t('emergency.scope')}</legend>
      {SCOPES.map((one) => (
        <label key={one} className="touch-target flex items-center gap-2">
          <input type="radio" name="scope" className="size-5" checked={scope === one} onChange={() => onChoose(one)} />
          {t(`emergency.scope.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** What is to be read, why, and for how long. */
export function AskDialog({ mostHours, onClose }: { mostHours: number; onClose: () => void }) {
  const t = useT();
  const announce = useAnnounce();
  const ask = useAskEmergency();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<Scope>('numbers');
  const [numbers, setNumbers] = useState('');
  const [unitCode, setUnitCode] = useState<string | null>(null);
  const [hours, setHours] = useState(1);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = scope === 'numbers' ? { numbers: linesOf(numbers) } : unitCode === null ? {} : { unitCode };
    const until = new Date(Date.now() + hours * HOUR_MS - LEEWAY_MS).toISOString();
    const onSuccess = () => {
      onClose();
      announce(t('emergency.sent'));
    };
    ask.mutate({ reason: reason.trim(), until, ...wanted }, { onSuccess });
  };
  return (
    <SheetDialog title={t('emergency.ask')} onClose={onClose} dismissable={!ask.isPending}>
      <form onSubmit={send} className="flex flex-col gap-3">
        <TextAreaInput
          id="emergency-reason"
          label={t('emergency.reason')}
          value={reason}
          required
          rows={3}
          onChange={setReason}
        />
        <ScopeChoice scope={scope} onChoose={setScope} />
        {scope === 'numbers' ? (
          <TextAreaInput
            id="emergency-numbers"
            label={t('emergency.numbers')}
            help={t('emergency.numbersHelp')}
            value={numbers}
            required
            rows={3}
            onChange={setNumbers}
          />
        ) : (
          <UnitPicker label={t('emergency.unit')} required onChange={(unit) => setUnitCode(unit?.code ?? null)} />
        )}
        <label className="flex flex-col gap-1 text-13">
          {t('emergency.hours')}
          <select
            className="touch-target max-w-60 rounded-8 border border-solid-gray-536 bg-white px-3 py-1.5 text-15"
            value={hours}
            onChange={({ target }) => setHours(Number(target.value))}
          >
            {Array.from({ length: mostHours }, (_, n) => (
              <option key={n} value={n + 1}>
                {t('emergency.hoursOf', { n: n + 1 })}
              </option>
            ))}
          </select>
        </label>
        {ask.error && <ProblemNote error={ask.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={ask.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={ask.isPending}>
            {t('emergency.send')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
