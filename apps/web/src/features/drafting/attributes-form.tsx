import { useMe } from '../../shared/api/session';
import type { Confidentiality, DisclosureClass } from '../../shared/api/types';
import { confidentialityLabel, disclosureLabel } from '../../shared/i18n/labels';
import { useT } from '../../shared/i18n/translate';
import { ChoiceInput } from '../../shared/form/choice-inputs';
import { escalationNames } from '../../shared/acts/escalations';
import { later } from '../../shared/ui/later';
import { MediumFields } from './medium-fields';
import { useAttribute } from './use-attribute';
import { FieldFrame } from '../../shared/form/field-frame';
import { DateInput, TextInput } from '../../shared/form/text-inputs';
import { Loading } from '../../shared/ui/loading';
import { useBlurCheck } from '../../shared/form/use-blur-check';

const ClassPicker = later(
  async () => ({ default: (await import('./class-picker')).ClassPicker }),
  <Loading lines={2} />,
);
const disclosures: readonly DisclosureClass[] = ['open', 'partial', 'closed'];
const secrecies: readonly Confidentiality[] = ['none', 'secret', 'top_secret', 'personnel'];

function Escalations() {
  const t = useT();
  const { value, onChange, error } = useAttribute('escalations');
  return (
    <FieldFrame
      id="attributes.escalations"
      group
      label={t('attributes.escalations')}
      help={t('attributes.escalationsHelp')}
      error={error}
    >
      <div className="grid gap-1 sm:grid-cols-2">
        {escalationNames.map((name) => (
          <label key={name} className="touch-target flex items-center gap-2">
            <input
              type="checkbox"
              checked={value.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, name] : value.filter((other) => other !== name))
              }
            />
            {t(`escalation.${name}`)}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

function Urgency() {
  const t = useT();
  const urgent = useAttribute('urgent');
  const reason = useAttribute('urgencyReason');
  const check = useBlurCheck();
  return (
    <>
      <label className="touch-target flex items-center gap-2 font-bold">
        <input
          type="checkbox"
          id="attributes.urgent"
          checked={urgent.value}
          onChange={(event) => urgent.onChange(event.target.checked)}
        />
        {t('attributes.urgent')}
      </label>
      {urgent.value && (
        <TextInput
          id="attributes.urgencyReason"
          label={t('attributes.urgencyReason')}
          required
          {...reason}
          onBlur={() => check('attributes.urgencyReason')}
        />
      )}
    </>
  );
}

/** 秘密区分, and 時限秘: the last day on which it is secret. */
function Secrecy() {
  const t = useT();
  const { today } = useMe();
  const check = useBlurCheck();
  const secrecy = useAttribute('confidentiality');
  const until = useAttribute('confidentialUntil');
  return (
    <>
      <ChoiceInput
        id="attributes.confidentiality"
        label={t('attributes.confidentiality')}
        {...secrecy}
        options={secrecies.map((value) => ({ value, label: t(confidentialityLabel(value)) }))}
      />
      {secrecy.value !== 'none' && (
        <DateInput
          id="attributes.confidentialUntil"
          label={t('attributes.confidentialUntil')}
          {...until}
          today={today}
          onBlur={() => check('attributes.confidentialUntil')}
        />
      )}
    </>
  );
}

/** What qualifies a draft besides its form: class, disclosure, secrecy, urgency, the day wanted, grounds to go higher. */
export function AttributesForm() {
  const t = useT();
  const { today } = useMe();
  const check = useBlurCheck();
  const classCode = useAttribute('classCode');
  const disclosure = useAttribute('disclosureClass');
  const disclosureReason = useAttribute('disclosureReason');
  const due = useAttribute('dueOn');
  return (
    <section aria-labelledby="attributes-heading" className="flex flex-col gap-4 border-t border-line pt-4">
      <h2 id="attributes-heading" className="text-16">
        {t('attributes.heading')}
      </h2>
      <ClassPicker {...classCode} />
      <ChoiceInput
        id="attributes.disclosureClass"
        label={t('attributes.disclosure')}
        {...disclosure}
        options={disclosures.map((value) => ({ value, label: t(disclosureLabel(value)) }))}
      />
      {(disclosure.value === 'partial' || disclosure.value === 'closed') && (
        <TextInput id="attributes.disclosureReason" label={t('attributes.disclosureReason')} {...disclosureReason} />
      )}
      <Secrecy />
      <DateInput
        id="attributes.dueOn"
        label={t('attributes.dueOn')}
        {...due}
        today={today}
        onBlur={() => check('attributes.dueOn')}
      />
      <Urgency />
      <MediumFields />
      <Escalations />
    </section>
  );
}
