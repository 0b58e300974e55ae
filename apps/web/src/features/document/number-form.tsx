import { useState } from 'react';
import type { ExecutionStep } from '../../shared/api/execution';
import { useMe } from '../../shared/api/session';
import { DocumentPicker } from '../../shared/form/document-picker';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { TextAreaInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { formatFiscalYear } from '../../shared/wareki/format';
import { named, StepFrame, type StepFormProps } from './step-frame';

const ways = ['next', 'branch', 'reserved'] as const;
type Way = (typeof ways)[number];
type NumberBody = Extract<ExecutionStep, { step: 'number' }>['body'];

/** A number that was set aside or left out by a step: its serial and its year. */
function ReservedFields({
  serial,
  year,
  onSerial,
  onYear,
}: {
  serial: string;
  year: number;
  onSerial: (serial: string) => void;
  onYear: (year: number) => void;
}) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const now = Number(today.slice(0, 4));
  return (
    <div className="flex flex-wrap gap-3">
      <FieldFrame id="reserved-serial" label={t('execution.reservedSerial')} required>
        <input
          id="reserved-serial"
          type="number"
          min={1}
          required
          value={serial}
          onChange={(event) => onSerial(event.target.value)}
          className={inputClass(false, 'max-w-32')}
        />
      </FieldFrame>
      <FieldFrame id="reserved-year" label={t('facet.fiscalYear')}>
        <select
          id="reserved-year"
          value={year}
          onChange={(event) => onYear(Number(event.target.value))}
          className={inputClass(false)}
        >
          {[now, now - 1].map((one) => (
            <option key={one} value={one}>
              {formatFiscalYear(one, locale)}
            </option>
          ))}
        </select>
      </FieldFrame>
    </div>
  );
}

/** 採番: the next number, or one for each addressee; a branch (枝番) of an earlier one; one that was set aside. */
export function NumberForm({ pending, onTake }: StepFormProps) {
  const t = useT();
  const { today } = useMe();
  const [way, setWay] = useState<Way>('next');
  const [addressees, setAddressees] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const [serial, setSerial] = useState('');
  const [year, setYear] = useState(Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 4 ? 1 : 0));
  const body: Readonly<Record<Way, NumberBody | null>> = {
    next: named(addressees),
    branch: parent === null ? null : { parentDocumentId: parent },
    reserved: Number(serial) > 0 ? { reserved: { serial: Number(serial), year } } : null,
  };
  const wanted = body[way];
  return (
    <StepFrame
      act={t('execution.act.number')}
      pending={pending || wanted === null}
      onSubmit={() => wanted && onTake({ step: 'number', body: wanted })}
    >
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="mb-1 font-bold">{t('execution.numberWay')}</legend>
        {ways.map((one) => (
          <label key={one} className="touch-target flex items-center gap-2">
            <input type="radio" name="number-way" checked={one === way} onChange={() => setWay(one)} />
            {t(`execution.numberWay.${one}`)}
          </label>
        ))}
      </fieldset>
      {way === 'next' && (
        <TextAreaInput
          id="number-addressees"
          rows={2}
          label={t('execution.addressees')}
          help={t('execution.addresseesHelp')}
          value={addressees}
          onChange={setAddressees}
        />
      )}
      {way === 'branch' && (
        <DocumentPicker
          label={t('execution.parent')}
          help={t('execution.parentHelp')}
          value={parent}
          onChange={setParent}
        />
      )}
      {way === 'reserved' && <ReservedFields serial={serial} year={year} onSerial={setSerial} onYear={setYear} />}
    </StepFrame>
  );
}
