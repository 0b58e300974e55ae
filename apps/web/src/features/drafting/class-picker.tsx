import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useFilingClasses } from '../../shared/api/matter-types';
import { useT } from '../../shared/i18n/translate';
import { inputClass } from '../../shared/form/field-frame';

interface ClassPickerProps {
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

/** The class of the filing plan: picked by code or name, with the retention it brings. */
export function ClassPicker({ value, error, onChange }: ClassPickerProps) {
  const t = useT();
  const classes = useFilingClasses();
  const items = classes.data ?? [];
  const chosen = items.find((item) => item.code === value);
  return (
    <ComboBox
      key={items.length > 0 ? 'ready' : 'loading'}
      selectedKey={chosen ? value : null}
      {...(chosen ? {} : { defaultInputValue: value })}
      defaultItems={items}
      menuTrigger="focus"
      isInvalid={Boolean(error)}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      className="flex flex-col gap-1"
    >
      <Label className="font-bold">{t('attributes.class')}</Label>
      <span className="flex">
        <Input
          id="attributes.classCode"
          placeholder={t('attributes.classDefault')}
          className={inputClass(Boolean(error), 'rounded-r-none')}
        />
        <Button
          className="touch-target rounded-r-8 border border-l-0 border-solid-gray-600 px-3"
          aria-label={t('attributes.openClasses')}
        >
          ▾
        </Button>
      </span>
      <span className="text-13 text-quiet">
        {chosen?.retentionLabel && t('attributes.retention', { label: chosen.retentionLabel })}
      </span>
      {error && <span className="text-13 font-bold text-vermilion">{error}</span>}
      <Popover className="z-40 w-(--trigger-width) rounded-8 border border-line bg-white shadow-2">
        <ListBox<(typeof items)[number]> className="max-h-72 overflow-y-auto p-1 outline-none">
          {(item) => (
            <ListBoxItem
              id={item.code}
              textValue={`${item.code} ${item.name}`}
              className="flex justify-between gap-3 rounded-4 px-2 py-1.5 outline-none focus:bg-key-50 selected:font-bold"
            >
              <span>
                {item.code} {item.name}
              </span>
              <span className="text-13 text-quiet">{item.retentionLabel}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
