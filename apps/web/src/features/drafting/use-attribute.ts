import { useController, useFormContext } from 'react-hook-form';
import type { DraftValues } from './draft-values';

/** One attribute of the draft as its input needs it. */
export function useAttribute<N extends keyof DraftValues['attributes']>(name: N) {
  const { control } = useFormContext<DraftValues>();
  const { field, fieldState } = useController({ control, name: `attributes.${name}` });
  return {
    value: field.value as DraftValues['attributes'][N],
    onChange: field.onChange,
    error: fieldState.error?.message,
  };
}
