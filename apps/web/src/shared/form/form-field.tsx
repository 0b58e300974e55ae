import { lazy, Suspense } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useMe } from '../api/session';
import type { FieldSpec } from './field-spec';
import type { RawValue } from './raw-values';
import { Loading } from '../ui/loading';
import { ChoiceInput, ListInput } from './choice-inputs';
import { NumberedText } from './numbered-text';
import { DateInput, NumberInput, TextInput } from './text-inputs';
import { useBlurCheck } from './use-blur-check';

const ConsumptionTax = lazy(() => import('./consumption-tax'));
const PersonInput = lazy(async () => ({ default: (await import('./reference-inputs')).PersonInput }));
const UnitInput = lazy(async () => ({ default: (await import('./reference-inputs')).UnitInput }));
const TableInput = lazy(async () => ({ default: (await import('./table-input')).TableInput }));

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
      return (
        <Suspense fallback={<Loading lines={2} />}>
          <PersonInput {...shared} value={field.value as RawValue} />
        </Suspense>
      );
    case 'unit':
      return (
        <Suspense fallback={<Loading lines={2} />}>
          <UnitInput {...shared} value={field.value as RawValue} />
        </Suspense>
      );
    case 'table':
      return (
        <Suspense fallback={<Loading lines={3} />}>
          <TableInput name={name} spec={spec} />
        </Suspense>
      );
    case 'textarea':
      return <NumberedText {...shared} value={value} />;
    case 'yen':
      return (
        <div className="flex flex-col gap-1">
          <NumberInput {...shared} value={value} kind="yen" />
          {spec.tax && (
            <Suspense fallback={null}>
              <ConsumptionTax id={name} label={spec.label} value={value} meant={spec.tax} onChange={field.onChange} />
            </Suspense>
          )}
        </div>
      );
    case 'integer':
    case 'number':
      return <NumberInput {...shared} value={value} kind={spec.kind} />;
    case 'date':
      return <DateInput {...shared} value={value} today={today} />;
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
