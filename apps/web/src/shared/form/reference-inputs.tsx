import { PersonLine, UnitLine, useFoundPeople, useFoundUnits } from './found';
import { PickBox } from './pick-box';
import type { RawValue, RawValues } from './raw-values';
import { useT } from '../i18n/translate';
import { referenceWords } from '../sheet/names';

interface ReferenceProps {
  id: string;
  label: string;
  required?: boolean;
  help?: string | null;
  error?: string | undefined;
  value: RawValue | undefined;
  onChange: (value: RawValue) => void;
  onBlur?: () => void;
}

/** What is chosen, or what is typed until something is. */
function standing(value: RawValue | undefined): { chosen: RawValues | null; typed: string } {
  if (typeof value !== 'object' || Array.isArray(value)) return { chosen: null, typed: '' };
  const held = value as RawValues;
  if (typeof held['typed'] === 'string') return { chosen: null, typed: held['typed'] };
  return { chosen: held, typed: referenceWords(held) };
}

/** Text that is no longer that of the choice undoes it; an emptied input is empty. */
const typing = ({ value, onChange }: ReferenceProps) => {
  return (text: string) => {
    const { chosen, typed } = standing(value);
    if (text === typed && (chosen || text !== '')) return;
    onChange(text === '' ? '' : { typed: text });
  };
};

/** 担当者 */
export function PersonInput(props: ReferenceProps) {
  const t = useT();
  const { chosen, typed } = standing(props.value);
  const found = useFoundPeople(chosen ? '' : typed);
  return (
    <PickBox
      {...props}
      {...found}
      help={props.help ?? t('person.help')}
      typed={typed}
      chosen={chosen ? String(chosen['staffNo']) : null}
      onType={typing(props)}
      onChoose={({ staffNo, name, unitName, postTitle }) => props.onChange({ staffNo, name, unitName, postTitle })}
    >
      {(person) => <PersonLine person={person} />}
    </PickBox>
  );
}

/** 所管課 */
export function UnitInput(props: ReferenceProps) {
  const t = useT();
  const { chosen, typed } = standing(props.value);
  const found = useFoundUnits(chosen ? '' : typed);
  return (
    <PickBox
      {...props}
      {...found}
      help={props.help ?? t('unit.help')}
      typed={typed}
      chosen={chosen ? String(chosen['code']) : null}
      onType={typing(props)}
      onChoose={({ code, name }) => props.onChange({ code, name })}
    >
      {(unit) => <UnitLine unit={unit} />}
    </PickBox>
  );
}
