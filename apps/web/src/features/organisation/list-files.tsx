import { useState } from 'react';
import { CSV, ChooseFiles } from '../../shared/ui/choose-files';
import { textOf } from '../../shared/csv/csv-text';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { type ListName, nameOf } from './list-text';

type Texts<N extends ListName> = Partial<Record<N, string>>;

interface ListFilesProps<N extends ListName> {
  /** Which lists are taken. */
  names: readonly N[];
  /** What is said of any other file. */
  unknownWords: 'transfers.unknownFile' | 'reorganisation.unknownFile';
  lists: Texts<N>;
  onLists: (lists: Texts<N>) => void;
}

/** Chooses the files of the lists; which is which shows in their columns. */
export function ListFiles<N extends ListName>({ names, unknownWords, lists, onLists }: ListFilesProps<N>) {
  const t = useT();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const read = async (files: readonly File[]) => {
    const chosen: Texts<N> = {};
    const strangers: string[] = [];
    for (const file of files) {
      const text = textOf(new Uint8Array(await file.arrayBuffer()));
      const known = nameOf(text);
      const name = names.find((one) => one === known);
      if (name) chosen[name] = text;
      else strangers.push(file.name);
    }
    setUnknown(strangers);
    onLists({ ...lists, ...chosen });
  };
  const given: readonly ListName[] = names.filter((name) => lists[name] !== undefined);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <div>
        <ChooseFiles
          accept={CSV}
          id="transfer-lists"
          label={t('transfers.files')}
          multiple
          onFiles={(files) => void read(files)}
        />
      </div>
      {given.length > 0 && (
        <p className="flex flex-wrap items-center gap-3">
          {t('transfers.chosen', { lists: given.map((name) => t(`transfers.${name}`)).join(', ') })}
          <Button look="quiet" onClick={() => onLists({})}>
            {t('transfers.clear')}
          </Button>
        </p>
      )}
      {unknown.length > 0 && (
        <p role="alert" className="border-l-4 border-vermilion bg-red-50 px-3 py-2">
          {t(unknownWords, { name: unknown.join(', ') })}
        </p>
      )}
    </div>
  );
}
