import { useEffect, useRef } from 'react';
import { useT } from '../../shared/i18n/translate';

export interface SummaryLine {
  readonly name: string;
  readonly text: string;
}

/** All errors on top of the form; it takes the focus, and each line leads to its input. */
export function ErrorSummary({ lines, attempt }: { lines: readonly SummaryLine[]; attempt: number }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (lines.length === 0) return null;
  const go = (name: string) => {
    const input = document.getElementById(name);
    const target = input?.matches('fieldset')
      ? (input.querySelector<HTMLElement>('input,select,textarea') ?? input)
      : input;
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  };
  return (
    <div ref={box} role="alert" tabIndex={-1} className="border-4 border-vermilion bg-white p-4">
      <h2 className="text-16">{t('form.summary', { n: lines.length })}</h2>
      <ul className="mt-2 list-disc pl-5">
        {lines.map((line) => (
          <li key={line.name}>
            <a
              href={`#${line.name}`}
              className="inline-block min-h-6 text-vermilion underline"
              onClick={(event) => {
                event.preventDefault();
                go(line.name);
              }}
            >
              {line.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
