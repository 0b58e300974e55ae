import type { ReactNode } from 'react';
import { cx } from '../../shared/ui/class-names';

export const card = 'min-w-0 rounded-8 border border-line bg-white p-4';

/** A part of the screen with its heading. */
export function Card({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={card}>
      <h2 className="mb-2 text-15">{title}</h2>
      {help && <p className="mb-2 text-13 text-quiet">{help}</p>}
      {children}
    </section>
  );
}

export interface Column {
  readonly label: string;
  readonly figures?: boolean;
  readonly wide?: boolean;
}

/** Wider than a narrow screen it scrolls by itself, and the keyboard reaches it. */
export function StoreTable({
  title,
  columns,
  children,
}: {
  title: string;
  columns: readonly Column[];
  children: ReactNode;
}) {
  return (
    <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="group" aria-label={title}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead className="border-b border-solid-gray-536 text-left text-13">
          <tr>
            {columns.map(({ label, figures, wide }) => (
              <th
                key={label}
                scope="col"
                className={cx('py-1 pr-3 font-normal whitespace-nowrap', figures && 'text-right', wide && 'w-full')}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

/** The cell that names its row. */
export function RowName({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="py-1.5 pr-3 text-left font-normal whitespace-nowrap">
      {children}
    </th>
  );
}
