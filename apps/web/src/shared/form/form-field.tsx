import { useController, useFormContext } from 'react-hook-form';
import { useMe } from '../api/session';
import { later } from '../ui/later';
import type { FieldSpec } from './field-spec';
import type { RawValue } from './raw-values';
import { Loading } from '../ui/loading';
import { ChoiceInput, ListInput } from './choice-inputs';
import { NumberedText } from './numbered-text';
import { DateInput, FiscalYearInput, NumberInput, TextInput } from './text-inputs';
import { useBlurCheck } from './use-blur-check';

const ConsumptionTax = later(() => import('./consumption-tax'));
const PersonInput = later(
  async () => ({ default: (await import('./reference-inputs')).PersonInput }),
  <Loading lines={2} />,
);
const UnitInput = later(
  async () => ({ default: (await import('./reference-inputs')).UnitInput }),
  <Loading lines={2} />,
);
const TableInput = later(async () => ({ default: (await import('./table-input')).TableInput }), <Loading lines={3} />);

type AnyForm = Record<string, unknown>;

/** One field of the form definition, as its kind asks. `name` is the dotted name of its input. */
export function FormField({ spec, name }: { spec: FieldSpec; name: string }) {
  const { today } = useMe();
  const { control } = useFormContext<AnyForm>();
  const { field, fieldState } = useController({ control, name });
  const check = useBlurCheck();
  if (spec.kind === 'group') {
    return (
      <fieldset className="flex flex-col gap-3 rounded-8 border border-line p-3">
        <legend className="px-1 font-bold">{spec.label}</legend>
        {spec.children.map((child) => (
          <FormField key={child.name} spec={child} name={`${name}.${child.name}`} />
        ))}
      </fieldset>
    );
  }
  const shared = {
    id: name,
    label: spec.label,
    required: spec.required,
    help: spec.help,
    error: fieldState.error?.message,
    onChange: field.onChange,
    onBlur: () => check(name),
  };
  const value = typeof field.value === 'string' ? field.value : '';
  switch (spec.kind) {
    case 'person':
      return <PersonInput {...shared} value={field.value as RawValue} />;
    case 'unit':
      return <UnitInput {...shared} value={field.value as RawValue} />;
    case 'table':
      return <TableInput name={name} spec={spec} />;
    case 'textarea':
      return <NumberedText {...shared} value={value} />;
    case 'yen':
      return (
        <div className="flex flex-col gap-1">
          <NumberInput {...shared} value={value} kind="yen" />
          {spec.tax && (
            <ConsumptionTax id={name} label={spec.label} value={value} meant={spec.tax} onChange={field.onChange} />
          )}
        </div>
      );
    case 'integer':
    case 'number':
      return <NumberInput {...shared} value={value} kind={spec.kind} />;
    case 'date':
      return <DateInput {...shared} value={value} today={today} />;
    case 'fiscalYear':
      return <FiscalYearInput {...shared} value={value} today={today} />;
    case 'choice':
      return (
        <ChoiceInput
          {...shared}
          value={value}
          options={spec.options.map((option) => ({ value: option, label: option, reading: spec.readings[option] }))}
        />
      );
    case 'list':
      return <ListInput {...shared} value={Array.isArray(field.value) ? (field.value as string[]) : []} />;
    case 'flag':
      return (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            id={name}
            checked={field.value === true}
            onChange={(event) => field.onChange(event.target.checked)}
          />
          {spec.label}
        </label>
      );
    case 'text':
      return <TextInput {...shared} value={value} />;
  }
}
