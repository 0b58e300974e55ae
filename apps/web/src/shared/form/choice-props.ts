import type { Option } from './fitting-options';

export interface ChoiceProps<V extends string> {
  id: string;
  label: string;
  value: V | '';
  options: readonly Option<V>[];
  required?: boolean;
  help?: string | null;
  error?: string | undefined;
  onChange: (value: V) => void;
  onBlur?: () => void;
  /** See `PickBox`. */
  cell?: { readonly errorId: string };
}

const FEW = 5;

/** Whether there are so many choices that people type rather than look for them. */
export const isLong = (options: readonly unknown[]) => options.length > FEW;
