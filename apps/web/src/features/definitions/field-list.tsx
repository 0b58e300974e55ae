import { useState } from 'react';
import type { DefinitionDraft } from '../../shared/api/definitions';
import { fieldSpecs } from '../../shared/form/field-spec';
import { SelectInput } from '../../shared/form/picked';
import { useT } from '../../shared/i18n/translate';
import { useSorting } from '../../shared/sorting/use-sorting';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { cx } from '../../shared/ui/class-names';
import { FieldDetails } from './field-details';
import { fieldId } from './field-id';
import { type NewKind, type PlacedField, newKinds } from './form-draft';
import type { FormDraftEditor } from './use-form-draft';

interface FieldRowProps {
  at: number;
  placed: PlacedField;
  draft: DefinitionDraft;
  editor: FormDraftEditor;
  sorting: ReturnType<typeof useSorting>;
}

/** Who moves a field by keyboard stays at it. */
const keepFocus = (name: string) => requestAnimationFrame(() => document.getElementById(fieldId(name))?.focus());

function FieldRow({ at, placed, draft, editor, sorting }: FieldRowProps) {
  const t = useT();
  const { name, field, required } = placed;
  const label = field.title || name;
  const isOpen = editor.open === name;
  const [spec] = fieldSpecs({ properties: { [name]: field } });
  const wrong = !editor.dirty && draft.faults.some(({ place, severity }) => place === name && severity === 'error');
  const { onKeyDown, ...drag } = sorting.rowProps(at);
  return (
    <li
      {...drag}
      draggable={drag.draggable && !isOpen}
      data-field={name}
      className={cx('flex flex-col gap-2 bg-white px-2 py-1.5', sorting.isTarget(at) && 'bg-key-50')}
    >
      <div className="flex flex-wrap items-center gap-1">
        <span aria-hidden className="cursor-grab px-1 text-18 text-quiet select-none">
          ⠿
        </span>
        <button
          type="button"
          id={fieldId(name)}
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => editor.setOpen(isOpen ? null : name)}
          onKeyDown={(event) => {
            onKeyDown(event);
            if (event.altKey) keepFocus(name);
          }}
          className="touch-target flex min-w-0 flex-1 flex-wrap items-center gap-2 px-1 py-1 text-left"
        >
          <b className="min-w-0 break-words">{label}</b>
          {spec && <Chip>{t(`definitions.kind.${spec.kind}`)}</Chip>}
          {required && <Chip tone="warn">{t('definitions.required')}</Chip>}
          {wrong && <Chip tone="urgent">{t('definitions.error')}</Chip>}
        </button>
        <Button
          look="quiet"
          disabled={at === 0}
          aria-label={t('definitions.up', { label })}
          onClick={() => sorting.move(at, at - 1)}
        >
          ↑
        </Button>
        <Button
          look="quiet"
          disabled={at === editor.fields.length - 1}
          aria-label={t('definitions.down', { label })}
          onClick={() => sorting.move(at, at + 1)}
        >
          ↓
        </Button>
        <Button look="quiet" aria-label={t('definitions.remove', { label })} onClick={() => editor.remove(name)}>
          {t('form.remove')}
        </Button>
      </div>
      {isOpen && <FieldDetails placed={placed} isKept={draft.keptNames.includes(name)} editor={editor} />}
    </li>
  );
}

function AddField({ editor }: { editor: FormDraftEditor }) {
  const t = useT();
  const [kind, setKind] = useState<NewKind>('text');
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SelectInput
        label={t('definitions.newKind')}
        value={kind}
        options={newKinds.map((one) => [one, t(`definitions.kind.${one}`)] as const)}
        onChange={setKind}
      />
      <Button look="quiet" onClick={() => editor.add(kind)}>
        {t('definitions.add')}
      </Button>
    </div>
  );
}

/** The fields of a form in their order: each is opened to say what it is, and moved by dragging, by buttons or by keys. */
export function FieldList({ draft, editor }: { draft: DefinitionDraft; editor: FormDraftEditor }) {
  const t = useT();
  const sorting = useSorting(editor.fields.length, editor.move);
  return (
    <section aria-label={t('definitions.fields')} className="flex flex-col gap-2">
      <h3 className="text-16">{t('definitions.fields')}</h3>
      <p className="text-13 text-quiet">{t('definitions.sortHelp')}</p>
      <ol className="flex flex-col divide-y divide-line overflow-hidden rounded-8 border border-line">
        {editor.fields.map((placed, at) => (
          <FieldRow key={placed.name} {...{ at, placed, draft, editor, sorting }} />
        ))}
      </ol>
      <AddField editor={editor} />
    </section>
  );
}
