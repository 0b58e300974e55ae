import { useState } from 'react';
import { useMe } from '../../shared/api/session';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { named, StepFrame, type StepFormProps } from './step-frame';

const sealModes = ['none', 'omitted', 'printed', 'applied'] as const;
const channels = ['post', 'lgwan', 'email', 'counter', 'exchange'] as const;

/** 浄書 */
export function CopyForm({ pending, onTake }: StepFormProps) {
  const t = useT();
  const me = useMe();
  const [addressees, setAddressees] = useState('');
  const [documentDate, setDocumentDate] = useState(me.today);
  const [sealMode, setSealMode] = useState<(typeof sealModes)[number] | undefined>(undefined);
  const onSubmit = () =>
    onTake({ step: 'clean_copy', body: { ...named(addressees), documentDate, ...(sealMode ? { sealMode } : {}) } });
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
      <FieldFrame id="copy-date" label={t('execution.documentDate')}>
        <input
          id="copy-date"
          type="date"
          required
          value={documentDate}
          onChange={(event) => setDocumentDate(event.target.value)}
          className={inputClass(false)}
        />
      </FieldFrame>
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
  const t = useT();
  const me = useMe();
  const [channel, setChannel] = useState<(typeof channels)[number]>('post');
  const [dispatchedOn, setDispatchedOn] = useState(me.today);
  return (
    <StepFrame
      act={t('execution.act.dispatch', { n: remaining })}
      pending={pending}
      onSubmit={() => onTake({ step: 'dispatch', body: { channel, dispatchedOn } })}
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
      <FieldFrame id="dispatched-on" label={t('execution.dispatchedOn')}>
        <input
          id="dispatched-on"
          type="date"
          required
          value={dispatchedOn}
          onChange={(event) => setDispatchedOn(event.target.value)}
          className={inputClass(false)}
        />
      </FieldFrame>
    </StepFrame>
  );
}
