import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { usePeople } from '../api/people';
import type { Person } from '../api/types';
import { inputClass } from './field-frame';
import { useT } from '../i18n/translate';
import { useDebounced } from '../ui/use-debounced';

interface PersonPickerProps {
  label: string;
  required?: boolean;
  help?: string;
  error?: string | undefined;
  onChange: (staffNo: string | null) => void;
}

const wordsOf = ({ name, unitName, postTitle }: Person) => `${name}(${unitName} ${postTitle})`;

/** A member of staff by name, reading, number or unit; the server searches, so that 渡辺 finds 渡邉. */
export function PersonPicker({ label, required = false, help, error, onChange }: PersonPickerProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Person | null>(null);
  const search = useDebounced(chosen && typed === wordsOf(chosen) ? '' : typed, 200);
  const people = usePeople(search);
  const items = people.data?.items ?? [];
  const choose = (staffNo: string | null) => {
    const person = items.find((item) => item.staffNo === staffNo) ?? null;
    setChosen(person);
    if (person) setTyped(wordsOf(person));
    onChange(person?.staffNo ?? null);
  };
  const type = (text: string) => {
    setTyped(text);
    if (chosen && text !== wordsOf(chosen)) {
      setChosen(null);
      onChange(null);
    }
  };
  return (
    <ComboBox
      items={items.map((item) => ({ ...item, id: item.staffNo }))}
      inputValue={typed}
      onInputChange={type}
      selectedKey={chosen?.staffNo ?? null}
      onSelectionChange={(key) => key !== null && choose(String(key))}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      isRequired={required}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="font-bold">
        {label} {required && <span className="text-13 font-normal text-vermilion">{t('form.required')}</span>}
      </Label>
      <Text slot="description" className="text-13 text-quiet">
        {help} {t('person.help')}
      </Text>
      <span className="flex">
        <Input className={inputClass(Boolean(error), 'rounded-r-none')} />
        <Button
          className="touch-target rounded-r-8 border border-l-0 border-solid-gray-600 px-3"
          aria-label={t('person.open')}
        >
          ▾
        </Button>
      </span>
      {error && <span className="text-13 font-bold text-vermilion">{error}</span>}
      <Popover className="z-50 w-(--trigger-width) rounded-8 border border-line bg-white shadow-2">
        <ListBox<Person & { id: string }>
          className="max-h-72 overflow-y-auto p-1 outline-none"
          renderEmptyState={() => <p className="p-2">{t('person.none')}</p>}
        >
          {(item) => (
            <ListBoxItem
              id={item.staffNo}
              textValue={wordsOf(item)}
              className="touch-target flex flex-wrap justify-between gap-x-3 rounded-4 px-2 py-1.5 outline-none focus:bg-key-50 selected:font-bold"
            >
              <span>
                {item.name} <span className="text-13 text-quiet">{item.kana}</span>
              </span>
              <span className="text-13 text-quiet">
                {item.unitName} {item.postTitle}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
