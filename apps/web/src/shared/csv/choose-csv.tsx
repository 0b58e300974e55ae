import { buttonClass } from '../ui/button';

interface ChooseCsvProps {
  id: string;
  label: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** A button that chooses lists which a spreadsheet has saved. */
export function ChooseCsv({ id, label, multiple = false, onFiles }: ChooseCsvProps) {
  return (
    <label
      htmlFor={id}
      className={buttonClass('secondary', 'has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-black')}
    >
      {label}
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        multiple={multiple}
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
