import { useState } from 'react';
import { fieldSpecs } from '../../shared/form/field-spec';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ColumnList } from './column-list';
import {
  type FieldSchema,
  type NewKind,
  asFiscalYear,
  type PlacedField,
  fieldOfKind,
  newKinds,
  isParty,
  withHint,
  withKeyword,
  withParty,
} from './form-draft';
import { LimitInput } from './limit-input';
import { limitsOf, readChoices } from './limits';
import type { FormDraftEditor } from './use-form-draft';

interface DetailsProps {
  placed: PlacedField;
  /** Its name was published: what it means stays (FORM-2). */
  isKept: boolean;
  editor: FormDraftEditor;
}

function Meaning({ placed: { name, field }, isKept, editor }: DetailsProps) {
  const t = useT();
  const kind = fieldSpecs({ properties: { [name]: field } })[0]?.kind ?? 'text';
  if (isKept)
    return (
      <p className="flex flex-wrap items-center gap-2 text-14 sm:col-span-2">
        <span>{t('definitions.kept', { kind: t(`definitions.kind.${kind}`), name })}</span>
        {kind === 'integer' && (
          <Button look="quiet" onClick={() => editor.changeField(name, asFiscalYear(field))}>
            {t('definitions.asYear')}
          </Button>
        )}
        <Button look="quiet" onClick={() => editor.replace(name)}>
          {t('definitions.replace')}
        </Button>
      </p>
    );
  const rename = (next: string) => {
    if (/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(next) && !editor.taken.includes(next)) editor.change(name, { name: next });
  };
  return (
    <>
      <SelectInput
        above
        label={t('definitions.kindOf')}
        value={kind as NewKind}
        options={newKinds.map((one) => [one, t(`definitions.kind.${one}`)] as const)}
        onChange={(next) => editor.changeField(name, fieldOfKind(next, field))}
      />
      <NameInput key={name} name={name} onName={rename} />
    </>
  );
}

/** The name under which conditions of the delegation table read the field. */
function NameInput({ name, onName }: { name: string; onName: (name: string) => void }) {
  const t = useT();
  return (
    <label className="flex min-w-0 flex-col gap-1 font-bold">
      {t('definitions.name')}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        defaultValue={name}
        onBlur={(event) => onName(event.target.value.trim())}
        className="w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 font-normal"
      />
    </label>
  );
}

function Choices({
  name,
  field,
  onField,
}: {
  name: string;
  field: FieldSchema;
  onField: (field: FieldSchema) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState((field.enum ?? []).map(String).join('\n'));
  return (
    <div className="sm:col-span-2">
      <TextAreaInput
        id={`${name}-choices`}
        rows={5}
        label={t('definitions.choices')}
        help={t('definitions.choicesHelp')}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          onField({ ...field, enum: readChoices(next) });
        }}
      />
    </div>
  );
}

/** What a field is: its words, its kind as long as it is new, whether it has to be filled in, its bounds, choices and columns. */
export function FieldDetails(props: DetailsProps) {
  const t = useT();
  const { placed, editor } = props;
  const { name, field, required } = placed;
  const set = (next: FieldSchema) => editor.changeField(name, next);
  const kind = fieldSpecs({ properties: { [name]: field } })[0]?.kind ?? 'text';
  return (
    <div className="grid gap-3 rounded-8 bg-solid-gray-50 p-3 sm:grid-cols-2">
      <TextInput
        id={`${name}-label`}
        label={t('definitions.label')}
        required
        value={field.title ?? ''}
        onChange={(title) => set({ ...field, title })}
      />
      <TextInput
        id={`${name}-label-en`}
        label={t('definitions.labelEn')}
        value={field['x-ui']?.titleEn ?? ''}
        onChange={(value) => set(withHint(field, 'titleEn', value))}
      />
      <Meaning {...props} />
      <div className="sm:col-span-2">
        <TextInput
          id={`${name}-help-text`}
          label={t('definitions.help')}
          value={field['x-ui']?.help ?? ''}
          onChange={(value) => set(withHint(field, 'help', value))}
        />
      </div>
      {kind === 'choice' && <Choices name={name} field={field} onField={set} />}
      {limitsOf(kind).map((limit) => (
        <LimitInput
          key={`${name} ${limit}`}
          label={t(`definitions.limit.${limit}`)}
          value={field[limit]}
          onChange={(value) => set(withKeyword(field, limit, value))}
        />
      ))}
      {kind === 'table' && <ColumnList table={name} field={field} onField={set} />}
      {kind !== 'table' && name !== 'subject' && (
        <LabelledTick
          label={t('definitions.counterparty')}
          checked={isParty(placed)}
          onChange={() => set(withParty(placed, !isParty(placed)))}
        />
      )}
      <LabelledTick
        label={t('definitions.required')}
        checked={required}
        disabled={name === 'subject'}
        onChange={() => editor.change(name, { required: !required })}
      />
    </div>
  );
}
