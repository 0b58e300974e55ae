import { useId, type ReactNode } from 'react';

/** A part of the screen under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-18">
        {title}
      </h2>
      {children}
    </section>
  );
}
