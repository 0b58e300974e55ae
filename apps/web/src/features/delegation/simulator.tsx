import { useState, type ReactNode } from 'react';
import { type SimulatedMatter, useDelegationChoices, useSimulation } from '../../shared/api/delegation';
import { useMe } from '../../shared/api/session';
import type { DelegationTable, RoutePreview } from '../../shared/api/types';
import { readDay } from '../../shared/form/day-field';
import { DateInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { formatNumber, parseInteger } from '../../shared/money/yen';
import { RouteReasons } from '../../shared/sheet/route-reasons';
import { RuleLink } from '../../shared/sheet/rule-link';
import { StampColumn } from '../../shared/sheet/stamp-column';
import { stampBoxes } from '../../shared/sheet/stamp-boxes';
import { ProblemNote } from '../../shared/ui/problem-note';
import { useDebounced } from '../../shared/ui/use-debounced';
import { AmountSlider } from './amount-slider';
import { amountStops } from './amount-stops';

const settle = 300;
const inputLook = 'rounded-8 border border-solid-gray-600 bg-white px-2 py-1.5';

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly { readonly code: string; readonly name: string }[];
  onChange: (code: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const t = useT();
  return (
    <label className="flex flex-col gap-1 text-14">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={inputLook}>
        <option value="">{t('delegation.choose')}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The day whose organisation is planned on, taken when the field is left; empty: today. */
function PlannedDay({ onDay }: { onDay: (day: string | null) => void }) {
  const t = useT();
  const { today } = useMe();
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const { iso, isBad } = readDay(typed, today);
  return (
    <DateInput
      id="simulated-day"
      label={t('delegation.simulatedDay')}
      help={t('delegation.simulatedDayHelp')}
      today={today}
      value={typed}
      error={left && isBad ? t('form.badDay') : undefined}
      onChange={(text) => {
        setLeft(false);
        setTyped(text);
      }}
      onBlur={() => {
        setLeft(true);
        if (!isBad) onDay(iso);
      }}
    />
  );
}

function Route({ preview }: { preview: RoutePreview }) {
  const t = useT();
  const boxes = stampBoxes(null, preview.steps);
  return (
    <div className="flex flex-col gap-3">
      {preview.decision && (
        <p role="status">
          <b>{preview.decision.label}</b> {preview.decision.explanation} <RuleLink rule={preview.decision.rule} />
        </p>
      )}
      {preview.problems.map((problem) => (
        <p key={problem.code + problem.detail} className="border-l-4 border-orange-900 bg-orange-50 px-3 py-1">
          {problem.detail}
        </p>
      ))}
      {boxes.length > 0 && <StampColumn boxes={boxes} label={t('route.planned')} />}
      <RouteReasons steps={preview.steps} />
    </div>
  );
}

function amountOf(typed: string): number | null {
  const reading = typed.trim() === '' ? null : parseInteger(typed);
  return reading?.ok ? reading.value : null;
}

/** The stamp boxes of an imagined matter by this version: type, unit and amount redraw them. */
export function Simulator({ table }: { table: DelegationTable }) {
  const t = useT();
  const choices = useDelegationChoices();
  const [matterType, setMatterType] = useState('');
  const [unitCode, setUnitCode] = useState('');
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const settled = useDebounced(amount, settle);
  const asked: SimulatedMatter | null =
    matterType && unitCode ? { matterType, unitCode, amount: amountOf(settled), day } : null;
  const route = useSimulation(table.id, table.revision, asked);
  const stops = amountStops(table.rules, matterType);
  const frame = (children: ReactNode) => <div className="flex flex-wrap items-end gap-4">{children}</div>;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14">{t('delegation.routeHelp')}</p>
      {choices.error && <ProblemNote error={choices.error} onRetry={() => void choices.refetch()} />}
      {frame(
        <>
          <Choice
            label={t('delegation.matterType')}
            value={matterType}
            choices={choices.data?.matterTypes ?? []}
            onChange={setMatterType}
          />
          <Choice
            label={t('delegation.unit')}
            value={unitCode}
            choices={choices.data?.units ?? []}
            onChange={setUnitCode}
          />
          <label className="flex flex-col gap-1 text-14">
            {t('delegation.amount')}
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={amount}
              onChange={(event) => setAmount(event.target.value)}
              onBlur={() => {
                const read = amountOf(amount);
                if (read !== null) setAmount(formatNumber(read));
              }}
              className={`${inputLook} w-40 text-right tabular-nums`}
            />
          </label>
          <PlannedDay onDay={setDay} />
        </>,
      )}
      {stops.length > 0 && (
        <AmountSlider stops={stops} amount={amountOf(amount)} onAmount={(next) => setAmount(formatNumber(next))} />
      )}
      {route.error && <ProblemNote error={route.error} onRetry={() => void route.refetch()} />}
      {asked && route.data && <Route preview={route.data} />}
    </div>
  );
}
