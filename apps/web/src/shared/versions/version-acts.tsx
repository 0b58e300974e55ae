import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button';

export interface ActOnVersion {
  /** As the API allows it. */
  readonly kind: string;
  readonly look: 'primary' | 'danger';
  readonly label: string;
  /** Asks once more. */
  readonly sheet: (onClose: () => void) => ReactNode;
}

/** What may be done with a version: the API says what, each asks once more. */
export function VersionActs({ allowed, acts }: { allowed: readonly string[]; acts: readonly ActOnVersion[] }) {
  const [asking, setAsking] = useState<string | null>(null);
  const offered = acts.filter(({ kind }) => allowed.includes(kind));
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {offered.map(({ kind, look, label }) => (
        <Button key={kind} look={look} onClick={() => setAsking(kind)}>
          {label}
        </Button>
      ))}
      {offered.find(({ kind }) => kind === asking)?.sheet(() => setAsking(null))}
    </div>
  );
}
