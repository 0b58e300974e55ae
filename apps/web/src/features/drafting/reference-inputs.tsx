import { usePeople, useUnits } from '../../shared/api/people';
import type { RawValue, RawValues } from '../../shared/form/raw-values';
import { useT } from '../../shared/i18n/translate';
import { referenceWords } from '../../shared/sheet/names';
import { useDebounced } from '../../shared/ui/use-debounced';
import { PickBox } from './pick-box';

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

/** 担当者: by name, reading, number, title or unit; the server searches, so that 渡辺 finds 渡邉. Never offers what an earlier word found. */
export function PersonInput(props: ReferenceProps) {
  const t = useT();
  const { chosen, typed } = standing(props.value);
  const wanted = chosen ? '' : typed;
  const search = useDebounced(wanted, 200);
  const people = usePeople(search);
  const found = search === wanted && !people.isPlaceholderData;
  const items = (found ? (people.data?.items ?? []) : []).map((person) => ({
    ...person,
    id: person.staffNo,
    words: referenceWords(person),
  }));
  return (
    <PickBox
      {...props}
      help={props.help ?? t('person.help')}
      items={items}
      typed={typed}
      chosen={chosen ? String(chosen['staffNo']) : null}
      none={t(found ? 'person.none' : 'form.searching')}
      onType={typing(props)}
      onChoose={({ staffNo, name, unitName, postTitle }) => props.onChange({ staffNo, name, unitName, postTitle })}
    >
      {(person) => (
        <>
          <span>
            {person.name} <span className="text-13 text-quiet">{person.kana}</span>
          </span>
          <span className="text-13 text-quiet">
            {person.unitName} {person.postTitle}
          </span>
        </>
      )}
    </PickBox>
  );
}

/** 所管課: by name, reading, symbol or the name of its head. */
export function UnitInput(props: ReferenceProps) {
  const t = useT();
  const { chosen, typed } = standing(props.value);
  const wanted = chosen ? '' : typed;
  const search = useDebounced(wanted, 200);
  const units = useUnits(search);
  const found = search === wanted && !units.isPlaceholderData;
  const items = (found ? (units.data?.items ?? []) : []).map((unit) => ({ ...unit, id: unit.code, words: unit.name }));
  return (
    <PickBox
      {...props}
      help={props.help ?? t('unit.help')}
      items={items}
      typed={typed}
      chosen={chosen ? String(chosen['code']) : null}
      none={t(found ? 'unit.none' : 'form.searching')}
      onType={typing(props)}
      onChoose={({ code, name }) => props.onChange({ code, name })}
    >
      {(unit) => (
        <>
          <span>
            {unit.name} <span className="text-13 text-quiet">{unit.kana}</span>
          </span>
          <span className="text-13 text-quiet">
            {unit.parentName} {unit.headTitle && `${unit.headTitle} ${unit.headName ?? t('stamp.vacant')}`}
          </span>
        </>
      )}
    </PickBox>
  );
}
