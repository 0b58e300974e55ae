import type { Unit } from '../api/types';
import { useT } from '../i18n/translate';
import { UnitLine, useFoundUnits } from './found';
import { PickBox, type Pick } from './pick-box';
import { usePicking } from './use-picking';

interface UnitPickerProps {
  label: string;
  required?: boolean;
  onChange: (unit: Unit | null) => void;
}

/** A section by its name, reading, symbol or head. */
export function UnitPicker({ onChange, ...props }: UnitPickerProps) {
  const t = useT();
  const { wanted, box } = usePicking<Unit & Pick>(onChange);
  const found = useFoundUnits(wanted);
  return (
    <PickBox {...props} {...found} {...box} help={t('unit.help')}>
      {(unit) => <UnitLine unit={unit} />}
    </PickBox>
  );
}
