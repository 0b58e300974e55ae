import { useState } from 'react';
import { type DefinitionDraft, useSaveDefinition } from '../../shared/api/definitions';
import { moved } from '../../shared/sorting/use-sorting';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import {
  type FieldSchema,
  type FormSchema,
  type NewKind,
  type PlacedField,
  fieldOfKind,
  fieldsOf,
  freeName,
  spelled,
  withFields,
} from './form-draft';

/** The fields of a form while they are edited, and what is done to them. */
export function useFormDraft(draft: DefinitionDraft) {
  const t = useT();
  const announce = useAnnounce();
  // What was loaded or saved here: what somebody else saves meanwhile is refused, not overwritten.
  const [base, setBase] = useState(draft);
  const [form, setForm] = useState(draft.content as unknown as FormSchema);
  const [note, setNote] = useState(draft.note ?? '');
  const [open, setOpen] = useState<string | null>(null);
  const save = useSaveDefinition(base);
  const fields = fieldsOf(form);
  const dirty = spelled(form) !== spelled(base.content) || note !== (base.note ?? '');
  const nameOf = ({ name, field }: PlacedField) => field.title || name;
  const put = (next: readonly PlacedField[]) => setForm((before) => withFields(before, next));
  /** Names of fields that were published are not given to others. */
  const taken = [...draft.keptNames, ...fields.map(({ name }) => name)];

  const move = (from: number, to: number) => {
    const one = fields[from];
    if (!one) return;
    put(moved(fields, from, to));
    announce(t('definitions.moved', { label: nameOf(one), n: to + 1, of: fields.length }));
  };
  const change = (name: string, next: Partial<PlacedField>) => {
    put(fields.map((one) => (one.name === name ? { ...one, ...next } : one)));
    if (next.name !== undefined) setOpen(next.name);
  };
  const changeField = (name: string, field: FieldSchema) => change(name, { field });
  const add = (kind: NewKind) => {
    const name = freeName(kind, taken);
    put([...fields, { name, field: fieldOfKind(kind, { title: '' }), required: false }]);
    setOpen(name);
  };
  const remove = (name: string) => {
    const one = fields.find((field) => field.name === name);
    put(fields.filter((field) => field.name !== name));
    if (one) announce(t('definitions.removed', { label: nameOf(one) }));
  };
  /** FORM-2 Another meaning is another field: it takes the place and the words of the one it replaces. */
  const replace = (name: string) => {
    const fresh = freeName('text', taken);
    put(
      fields.map((one) =>
        one.name === name ? { name: fresh, field: fieldOfKind('text', one.field), required: one.required } : one,
      ),
    );
    setOpen(fresh);
    announce(t('definitions.replaced'));
  };
  const store = () =>
    save.mutate(
      { content: form, note: note.trim() || null },
      {
        onSuccess: (saved) => {
          setBase(saved);
          announce(t('definitions.saved'));
        },
      },
    );
  const setTitle = (title: string) => setForm((before) => ({ ...before, title }));
  return {
    form,
    fields,
    taken,
    note,
    setNote,
    setTitle,
    dirty,
    open,
    setOpen,
    move,
    change,
    changeField,
    add,
    remove,
    replace,
    store,
    saving: save.isPending,
    error: save.error,
  };
}

export type FormDraftEditor = ReturnType<typeof useFormDraft>;
