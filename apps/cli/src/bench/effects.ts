import type { Client } from 'pg';

/**
 * Rows that `work` added, by table; tables that it left alone are not named. Lines about written rows (`ledger.row_change`) are
 * no effect: they say how often a row was written, which is each way's own affair.
 */
export async function effectsOf(client: Client, work: () => Promise<void>): Promise<Readonly<Record<string, number>>> {
  const before = await countRows(client);
  await work();
  const after = await countRows(client);
  return Object.fromEntries(
    [...after]
      .map(([table, rows]) => [table, rows - (before.get(table) ?? 0)] as const)
      .filter(([, rows]) => rows !== 0),
  );
}

/** 施行番号 after everything: missing ones between the first and the last, and ones that were given twice. */
export async function numbersOf(client: Client): Promise<{ numbers: number; gaps: number; duplicates: number }> {
  const { rows } = await client.query<{ numbers: number; gaps: number; duplicates: number }>(`
    select count(*)::int as numbers, (max(serial) - min(serial) + 1 - count(distinct serial))::int as gaps,
           (count(*) - count(distinct serial))::int as duplicates
    from documents.issued_number where series_code = 'S-DISPATCH' and symbol = '浜福'`);
  const [row] = rows;
  if (!row) throw new Error('No numbers were issued.');
  return row;
}

async function countRows(client: Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ name: string; rows: number }>(`
    select format('%s.%s', schemaname, tablename) as name,
           (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), true, true, '')))[1]::text::int as rows
    from pg_tables where schemaname in ('approvals', 'documents', 'ledger', 'platform', 'records') and tablename <> 'row_change' or tablename in ('indexed_document', 'search_document')
    order by 1`);
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}
