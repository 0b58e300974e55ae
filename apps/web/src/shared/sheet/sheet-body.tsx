import type { FieldSpec } from '../form/field-spec';
import { FieldValue } from './field-value';

interface SheetBodyProps {
  specs: readonly FieldSpec[];
  fields: Readonly<Record<string, unknown>>;
}

/** Stands under its label, not beside it. */
const isBlock = ({ kind }: FieldSpec) => kind === 'textarea' || kind === 'table';
const empty = (value: unknown) => value === undefined || value === null || value === '';

/** The text under the head of the sheet: the letter or proposal itself first, then the other items numbered as on paper. */
export function SheetBody({ specs, fields }: SheetBodyProps) {
  const shown = specs.filter((spec) => spec.name !== 'subject' && !empty(fields[spec.name]));
  const body = shown.find((spec) => spec.name === 'body');
  const items = shown.filter((spec) => spec !== body);
  return (
    <div className="prose-ja flex flex-col gap-4">
      {body && <p>{String(fields.body)}</p>}
      {items.length > 0 && (
        <ol className="flex flex-col gap-1">
          {items.map((spec, index) => (
            <li key={spec.name} className={isBlock(spec) ? '' : 'flex flex-wrap gap-x-4'}>
              <span>
                {index + 1} {spec.label}
              </span>
              <div className={isBlock(spec) ? 'pl-5' : 'min-w-0'}>
                <FieldValue spec={spec} value={fields[spec.name]} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
