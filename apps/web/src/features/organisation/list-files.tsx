import { useState } from 'react';
import type { StaffLists } from '../../shared/api/organisation';
import { ChooseCsv } from '../../shared/csv/choose-csv';
import { textOf } from '../../shared/csv/csv-text';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { nameOf } from './list-text';

interface ListFilesProps {
  lists: StaffLists;
  onLists: (lists: StaffLists) => void;
}

/** Chooses the files of the lists; which is which shows in their columns. */
export function ListFiles({ lists, onLists }: ListFilesProps) {
  const t = useT();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const read = async (files: readonly File[]) => {
    const chosen: Record<string, string> = {};
    const strangers: string[] = [];
    for (const file of files) {
      const text = textOf(new Uint8Array(await file.arrayBuffer()));
      const name = nameOf(text);
      if (name) chosen[name] = text;
      else strangers.push(file.name);
    }
    setUnknown(strangers);
    onLists({ ...lists, ...chosen });
  };
  const names = (['people', 'assignments'] as const).filter((name) => lists[name] !== undefined);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <div>
        <ChooseCsv id="transfer-lists" label={t('transfers.files')} multiple onFiles={(files) => void read(files)} />
      </div>
      {names.length > 0 && (
        <p className="flex flex-wrap items-center gap-3">
          {t('transfers.chosen', { lists: names.map((name) => t(`transfers.${name}`)).join(', ') })}
          <Button look="quiet" onClick={() => onLists({})}>
            {t('transfers.clear')}
          </Button>
        </p>
      )}
      {unknown.length > 0 && (
        <p role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
          {t('transfers.unknownFile', { name: unknown.join(', ') })}
        </p>
      )}
    </div>
  );
}
