import { useState } from 'react';
import { useDelegationChoices } from '../../shared/api/delegation';
import type { DelegationTable } from '../../shared/api/types';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { ProblemNote } from '../../shared/ui/problem-note';
import { FaultList, faultAt } from './fault-list';
import { RuleCell, postsList } from './rule-cell';
import { columns, type RuleRow } from './rule-rows';
import { TypeFilter } from './type-filter';
import { type TableEditor, useTableEditor } from './use-table-editor';

const headCell = 'px-1 py-1 text-left text-13 font-normal whitespace-nowrap';

interface RowProps {
  place: number;
  row: RuleRow;
  shown: readonly number[];
  table: DelegationTable;
  editor: TableEditor;
}

function EditedRow({ place, row, shown, table, editor }: RowProps) {
  const t = useT();
  const types = useDelegationChoices().data?.matterTypes;
  // What was found belongs to the rows as they were saved.
  const fault = (column: (typeof columns)[number]) => (editor.dirty ? null : faultAt(table.faults, place, column));
  return (
    <tr className="border-b border-line">
      <th scope="row" className="min-w-8 px-1 text-right text-13 font-normal whitespace-nowrap tabular-nums">
        {place}
      </th>
      {columns.map((column) => (
        <td key={column} className="px-0.5 py-1">
          <RuleCell
            row={place}
            column={column}
            value={row[column]}
            fault={fault(column)}
            shown={shown}
            choices={column === 'matterType' ? types : undefined}
            onChange={(value) => editor.change(row.key, column, value)}
          />
        </td>
      ))}
      <td className="px-1 whitespace-nowrap">
        <Button look="link" aria-label={t('delegation.copyRow', { row: place })} onClick={() => editor.copy(row.key)}>
          {t('delegation.copyRowShort')}
        </Button>
        <Button look="link" aria-label={t('delegation.dropRow', { row: place })} onClick={() => editor.drop(row.key)}>
          {t('delegation.dropRowShort')}
        </Button>
      </td>
    </tr>
  );
}

function EditorTable({ table, editor, only }: { table: DelegationTable; editor: TableEditor; only: string }) {
  const t = useT();
  const placed = editor.rows.map((row, index) => ({ row, place: index + 1 }));
  const visible = placed.filter(({ row }) => only === '' || row.matterType === only);
  const shown = visible.map(({ place }) => place);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('delegation.tab.rules')}>
      <table className="border-collapse">
        <caption className="sr-only">{table.words}</caption>
        <thead className="border-b border-solid-gray-536">
          <tr>
            <th scope="col" className={headCell}>
              {t('delegation.rowNumber')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={headCell}>
                {t(`delegation.${column}`)}
              </th>
            ))}
            <th scope="col" className={headCell}>
              {t('delegation.rowActs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {visible.map(({ row, place }) => (
            <EditedRow key={row.key} row={row} place={place} shown={shown} table={table} editor={editor} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A draft of the table: cells to type in, and what the checks of the import find in what was saved. */
export function RulesEditor({ table }: { table: DelegationTable }) {
  const t = useT();
  const editor = useTableEditor(table);
  const [only, setOnly] = useState('');
  const choices = useDelegationChoices();
  return (
    <div className="flex flex-col gap-3">
      <label className="flex flex-col gap-1">
        <span className="text-14 font-bold">{t('delegation.note')}</span>
        <input
          type="text"
          maxLength={500}
          value={editor.note}
          onChange={(event) => editor.setNote(event.target.value)}
          className="rounded-8 border border-solid-gray-600 bg-white px-3 py-2"
        />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <TypeFilter only={only} onChange={setOnly} />
        <Button look="quiet" onClick={() => editor.add(only || (choices.data?.matterTypes[0]?.code ?? ''))}>
          {t('delegation.addRow')}
        </Button>
        <Button look="primary" disabled={!editor.dirty || editor.saving} onClick={editor.store}>
          {t('delegation.save')}
        </Button>
        {editor.dirty && <Chip tone="warn">{t('delegation.unsaved')}</Chip>}
      </div>
      <p className="text-13 text-quiet">
        {t('delegation.keys')} {t('delegation.concurrenceHelp')}
      </p>
      {editor.error && <ProblemNote error={editor.error} />}
      <EditorTable table={table} editor={editor} only={only} />
      <datalist id={postsList}>
        {choices.data?.posts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      {!editor.dirty && <FaultList faults={table.faults} />}
    </div>
  );
}
