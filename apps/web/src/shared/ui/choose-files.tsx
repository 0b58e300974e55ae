import { buttonClass } from './button';

interface ChooseFilesProps {
  id: string;
  label: string;
  /** Which, as the attribute of the same name says it. */
  accept?: string | undefined;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** What lists look like that a spreadsheet has saved. */
export const CSV = '.csv,text/csv';

/** A button that chooses files of the person. */
export function ChooseFiles({ id, label, accept, multiple = false, disabled = false, onFiles }: ChooseFilesProps) {
  return (
    <label
      htmlFor={id}
      className={buttonClass('secondary', 'has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-black')}
    >
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // So that the same file, corrected, can be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
