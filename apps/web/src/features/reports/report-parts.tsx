import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { csvOf, saveText } from '../../shared/csv/csv';
import { useMe } from '../../shared/api/session';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';

export type CsvRows = readonly (readonly (string | number | null)[])[];

/** Saves what a table shows, all of it. `rows` may fetch the rest first. */
export function CsvButton({ title, rows }: { title: string; rows: () => CsvRows | Promise<CsvRows> }) {
  const t = useT();
  const { today } = useMe();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveText(t('reports.csvName', { title, day: today }), csvOf(await rows()));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button look="link" disabled={busy} onClick={() => void save()}>
      {t('reports.csv')}
    </Button>
  );
}

/** A table with its caption as heading, and its columns; `figures` are set in the right edge. */
export function ReportTable({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: readonly {
    readonly label: string;
    readonly figures?: boolean;
    readonly wide?: boolean;
    readonly half?: boolean;
  }[];
  children: ReactNode;
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-solid-gray-536 text-left text-13">
        <tr>
          {columns.map(({ label, figures, wide, half }) => (
            <th
              key={label}
              scope="col"
              className={`py-1 pr-3 font-normal ${figures ? 'text-right' : ''} ${wide ? 'w-full' : half ? 'w-1/2' : 'whitespace-nowrap'}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The document behind a line: its title, or that it may not be read, and its number and section. */
export function MatterName({
  matter,
}: {
  matter: { documentId: string; title: string | null; number: string | null; sectionName: string };
}) {
  const t = useT();
  return (
    <>
      {matter.title === null ? (
        <span className="text-quiet">{t('reports.hidden')}</span>
      ) : (
        <Link
          to="/documents/$id"
          params={{ id: matter.documentId }}
          className="font-bold break-words text-key-900 underline"
        >
          {matter.title}
        </Link>
      )}
      <p className="flex flex-wrap gap-x-3 text-13 text-quiet">
        {matter.number && <span>{matter.number}</span>}
        <span>{matter.sectionName}</span>
      </p>
    </>
  );
}
