import { useState } from 'react';
import { useMe } from '../../shared/api/session';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { readDay, typedDay } from '../../shared/form/day-field';
import { DateInput, TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useLanguage, useT } from '../../shared/i18n/translate';
import { named, StepFrame, type StepFormProps } from './step-frame';

const sealModes = ['none', 'omitted', 'printed', 'applied'] as const;
const channels = ['post', 'lgwan', 'email', 'counter', 'exchange'] as const;

/** 浄書 */
export function CopyForm({ pending, onTake }: StepFormProps) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const [addressees, setAddressees] = useState('');
  const [documentDate, setDocumentDate] = useState(typedDay(today, locale));
  const [sealMode, setSealMode] = useState<(typeof sealModes)[number] | undefined>(undefined);
  const day = readDay(documentDate, today).iso;
  const onSubmit = () =>
    day !== null &&
    onTake({
      step: 'clean_copy',
      body: { ...named(addressees), documentDate: day, ...(sealMode ? { sealMode } : {}) },
    });
  return (
    <StepFrame act={t('execution.act.clean_copy')} pending={pending} onSubmit={onSubmit}>
      <TextAreaInput
        id="copy-addressees"
        rows={2}
        label={t('execution.addressees')}
        help={t('execution.addresseesHelp')}
        value={addressees}
        onChange={setAddressees}
      />
      <DateInput
        id="copy-date"
        label={t('execution.documentDate')}
        today={today}
        value={documentDate}
        error={day === null ? t('registers.dayMissing') : undefined}
        onChange={setDocumentDate}
      />
      <FieldFrame id="copy-seal" label={t('execution.sealMode')}>
        <select
          id="copy-seal"
          value={sealMode ?? ''}
          onChange={(event) => setSealMode(sealModes.find((mode) => mode === event.target.value))}
          className={inputClass(false)}
        >
          <option value="">{t('execution.sealMode.default')}</option>
          {sealModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`execution.sealMode.${mode}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
    </StepFrame>
  );
}

/** 公印 */
export function SealForm({ pending, onTake, copyDigest }: StepFormProps & { copyDigest: string }) {
  const t = useT();
  const [seal, setSeal] = useState(t('execution.sealDefault'));
  return (
    <StepFrame
      act={t('execution.act.seal')}
      pending={pending || seal.trim() === ''}
      onSubmit={() => onTake({ step: 'seal', body: { copyDigest, seal: seal.trim() } })}
    >
      <TextInput id="seal" label={t('execution.seal')} required value={seal} onChange={setSeal} />
    </StepFrame>
  );
}

/** 発送 of all that remain. */
export function DispatchForm({ pending, onTake, remaining }: StepFormProps & { remaining: number }) {
  const { t, locale } = useLanguage();
  const { today } = useMe();
  const [channel, setChannel] = useState<(typeof channels)[number]>('post');
  const [dispatchedOn, setDispatchedOn] = useState(typedDay(today, locale));
  const day = readDay(dispatchedOn, today).iso;
  return (
    <StepFrame
      act={t('execution.act.dispatch', { n: remaining })}
      pending={pending}
      onSubmit={() => day !== null && onTake({ step: 'dispatch', body: { channel, dispatchedOn: day } })}
    >
      <FieldFrame id="channel" label={t('execution.channel')}>
        <select
          id="channel"
          value={channel}
          onChange={(event) => setChannel(channels.find((one) => one === event.target.value) ?? 'post')}
          className={inputClass(false)}
        >
          {channels.map((one) => (
            <option key={one} value={one}>
              {t(`execution.channel.${one}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      <DateInput
        id="dispatched-on"
        label={t('execution.dispatchedOn')}
        today={today}
        value={dispatchedOn}
        error={day === null ? t('registers.dayMissing') : undefined}
        onChange={setDispatchedOn}
      />
    </StepFrame>
  );
}
