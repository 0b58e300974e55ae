import { useMemo, useState } from 'react';
import { useSaveTable } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useLanguage } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { blankRow, copyRow, readRows, rowOf, type RuleColumn, type RuleRow, spelled } from './rule-rows';

/** The rows of a draft while they are typed. A new revision from the server starts afresh (the caller keys by it). */
export function useTableEditor(table: DelegationTable) {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const saved = useMemo(() => table.rules.map(rowOf), [table.rules]);
  const [rows, setRows] = useState<readonly RuleRow[]>(saved);
  const [note, setNote] = useState(table.note ?? '');
  const save = useSaveTable(table.id);
  const dirty = spelled(rows) !== spelled(saved) || note !== (table.note ?? '');

  const change = (key: number, column: RuleColumn, value: string) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, [column]: value } : row)));
  const add = (matterType: string) => setRows((before) => [...before, blankRow(matterType)]);
  const copy = (key: number) =>
    setRows((before) => before.flatMap((row) => (row.key === key ? [row, copyRow(row)] : [row])));
  const drop = (key: number) => setRows((before) => before.filter((row) => row.key !== key));
  const store = () => {
    const reading = readRows(rows);
    if (!reading.ok) {
      const column = t(`delegation.${reading.column}`);
      announce(t('delegation.badNumber', { row: reading.row, column }), 'failed');
      return;
    }
    save.mutate(
      { revision: table.revision, note: note.trim() || null, rules: reading.rules },
      { onSuccess: () => announce(t('delegation.saved')) },
    );
  };
  return { rows, note, setNote, dirty, change, add, copy, drop, store, saving: save.isPending, error: save.error };
}

export type TableEditor = ReturnType<typeof useTableEditor>;
