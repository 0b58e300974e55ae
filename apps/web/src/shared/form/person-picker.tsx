import type { Person } from '../api/types';
import { useT } from '../i18n/translate';
import { PersonLine, useFoundPeople } from './found';
import { PickBox, type Pick } from './pick-box';
import { usePicking } from './use-picking';

interface PersonPickerProps {
  label: string;
  required?: boolean;
  help?: string;
  error?: string | undefined;
  onChange: (staffNo: string | null) => void;
}

/** A member of staff. */
export function PersonPicker({ help = '', onChange, ...props }: PersonPickerProps) {
  const t = useT();
  const { wanted, box } = usePicking<Person & Pick>((person) => onChange(person?.staffNo ?? null));
  const found = useFoundPeople(wanted);
  return (
    <PickBox {...props} {...found} {...box} help={`${help} ${t('person.help')}`.trim()}>
      {(person) => <PersonLine person={person} />}
    </PickBox>
  );
}
