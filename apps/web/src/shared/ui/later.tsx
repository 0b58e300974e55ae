import { Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/** A part of the screen that comes with the first use of it. */
interface Later<P> {
  (props: P): ReactNode;
  /** Fetches it ahead of its use; what fails is tried again then. */
  readonly fetch: () => void;
}

/**
 * What is not in the first load: shown as soon as its program is there. `lazy` would hold it back for 300 ms, React's rest
 * between a fallback and what takes its place (ADR 0061).
 * @param load its program; what it fails with is thrown where the part stands
 * @param meanwhile stands in its place until then
 */
export function later<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  meanwhile: ReactNode = null,
): Later<P> {
  let Part: ComponentType<P> | null = null;
  const loaded = async () => (Part = (await load()).default);
  function Shown(props: P) {
    const [Ready, show] = useState(() => Part);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      if (Ready) return;
      loaded().then(
        (part) => show(() => part),
        (error: unknown) => setFailure({ error }),
      );
    }, [Ready]);
    if (failure) throw failure.error;
    if (!Ready) return meanwhile;
    // What waits for something within waits alone: what stands around it keeps the focus.
    return (
      <Suspense fallback={meanwhile}>
        <Ready {...props} />
      </Suspense>
    );
  }
  return Object.assign(Shown, { fetch: () => void loaded().catch(() => undefined) });
}
