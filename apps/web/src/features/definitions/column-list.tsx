import { fieldSpecs } from '../../shared/form/field-spec';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import {
  type FieldSchema,
  type PlacedField,
  columnKinds,
  fieldOfKind,
  fieldsOf,
  freeName,
  withFields,
} from './form-draft';
import { moved } from '../../shared/sorting/use-sorting';

interface ColumnListProps {
  table: string;
  field: FieldSchema;
  onField: (field: FieldSchema) => void;
}

type ColumnKind = (typeof columnKinds)[number];

/** 列 of a table, from left to right. */
export function ColumnList({ table, field, onField }: ColumnListProps) {
  const t = useT();
  const columns = fieldsOf(field.items ?? {});
  const put = (next: readonly PlacedField[]) => onField({ ...field, items: withFields(field.items ?? {}, next) });
  const change = (name: string, next: Partial<PlacedField>) =>
    put(columns.map((one) => (one.name === name ? { ...one, ...next } : one)));
  const add = () => {
    const name = freeName(
      'column',
      columns.map((one) => one.name),
    );
    put([...columns, { name, field: fieldOfKind('text', { title: '' }), required: false }]);
  };
  return (
    <fieldset className="flex flex-col gap-2 sm:col-span-2">
      <legend className="font-bold">{t('definitions.columns')}</legend>
      <ol className="flex flex-col gap-3">
        {columns.map(({ name, field: column, required }, at) => {
          const label = column.title || name;
          return (
            <li key={name} className="grid items-end gap-2 rounded-8 border border-line bg-white p-2 sm:grid-cols-2">
              <TextInput
                id={`${table}-${name}-label`}
                label={t('definitions.columnLabel', { n: at + 1 })}
                value={column.title ?? ''}
                onChange={(title) => change(name, { field: { ...column, title } })}
              />
              <SelectInput
                above
                label={t('definitions.kindOf')}
                value={(fieldSpecs({ properties: { [name]: column } })[0]?.kind ?? 'text') as ColumnKind}
                options={columnKinds.map((kind) => [kind, t(`definitions.kind.${kind}`)] as const)}
                onChange={(kind) => change(name, { field: fieldOfKind(kind, column) })}
              />
              <LabelledTick
                label={t('definitions.required')}
                checked={required}
                onChange={() => change(name, { required: !required })}
              />
              <span className="flex gap-1">
                <Button
                  look="quiet"
                  disabled={at === 0}
                  aria-label={t('definitions.up', { label })}
                  onClick={() => put(moved(columns, at, at - 1))}
                >
                  ↑
                </Button>
                <Button
                  look="quiet"
                  disabled={at === columns.length - 1}
                  aria-label={t('definitions.down', { label })}
                  onClick={() => put(moved(columns, at, at + 1))}
                >
                  ↓
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('definitions.remove', { label })}
                  onClick={() => put(columns.filter((one) => one.name !== name))}
                >
                  {t('form.remove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <div>
        <Button look="quiet" onClick={add}>
          {t('definitions.addColumn')}
        </Button>
      </div>
    </fieldset>
  );
}
