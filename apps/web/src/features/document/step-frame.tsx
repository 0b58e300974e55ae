import type { FormEvent, ReactNode } from 'react';
import type { ExecutionStep } from '../../shared/api/execution';
import { Button } from '../../shared/ui/button';

export interface StepFormProps {
  pending: boolean;
  onTake: (step: ExecutionStep) => void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** One addressee a line. */
export const named = (text: string) => {
  const addressees = linesOf(text);
  return addressees.length > 0 ? { addressees } : {};
};

interface FrameProps {
  act: string;
  pending: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** The form of one step with its button. */
export function StepFrame({ act, pending, onSubmit, children }: FrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} className="flex max-w-xl flex-col gap-3">
      {children}
      <p>
        <Button type="submit" look="primary" disabled={pending}>
          {act}
        </Button>
      </p>
    </form>
  );
}
