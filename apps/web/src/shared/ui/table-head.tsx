import { type PlainKey, useT } from '../i18n/translate';

/** The head of a table of the archive: a word for each column, behind a narrow one where rows are ticked. */
export function TableHead({
  columns,
  ticked = false,
  tools = false,
}: {
  readonly columns: readonly PlainKey[];
  readonly ticked?: boolean;
  /** A last column of buttons, without a word. */
  readonly tools?: boolean;
}) {
  const t = useT();
  return (
    <thead className="border-b border-solid-gray-536 text-left text-13">
      <tr>
        {ticked && <td className="no-print" />}
        {columns.map((key) => (
          <th key={key} scope="col" className="py-1 pr-3 font-normal">
            {t(key)}
          </th>
        ))}
        {tools && <td className="no-print" />}
      </tr>
    </thead>
  );
}
