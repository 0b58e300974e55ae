import { useState } from 'react';
import { type DefinitionDraft, useDefinition, useDefinitions, useSaveDefinition } from '../../shared/api/definitions';
import { useNumberSeries } from '../../shared/api/execution';
import { useFilingClasses } from '../../shared/api/matter-types';
import { fieldSpecs } from '../../shared/form/field-spec';
import { LabelledTick, SelectInput } from '../../shared/form/picked';
import { TextInput } from '../../shared/form/text-inputs';
import { seriesName } from '../../shared/numbers/series-name';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { FaultList } from './fault-list';
import { spelled } from './form-draft';
import { DraftChanges } from './form-editor';
import { SaveBar } from './save-bar';

const reviews = ['none', 'before', 'after'] as const;
const executions = ['none', 'dispatch', 'directive', 'contract'] as const;

/** A matter type as a package writes it. */
interface MatterType {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly form: string;
  readonly default_class_code: string;
  readonly default_series_code: string;
  readonly review: (typeof reviews)[number];
  readonly execution: (typeof executions)[number];
  readonly substance_fields: readonly string[];
}

function useMatterTypeDraft(draft: DefinitionDraft) {
  const t = useT();
  const announce = useAnnounce();
  // What was loaded or saved here: what somebody else saves meanwhile is refused, not overwritten.
  const [base, setBase] = useState(draft);
  const [typed, setTyped] = useState(draft.content as unknown as MatterType);
  const [note, setNote] = useState(draft.note ?? '');
  const save = useSaveDefinition(base);
  const dirty = spelled(typed) !== spelled(base.content) || note !== (base.note ?? '');
  const set = (change: Partial<MatterType>) => setTyped((before) => ({ ...before, ...change }));
  const store = () =>
    save.mutate(
      { content: { ...typed }, note: note.trim() || null },
      {
        onSuccess: (saved) => {
          setBase(saved);
          announce(t('definitions.saved'));
        },
      },
    );
  return { typed, set, note, setNote, dirty, store, saving: save.isPending, error: save.error };
}

type Editor = ReturnType<typeof useMatterTypeDraft>;

/** 要旨: the fields whose change asks everybody again. They are those of the form in force. */
function Substance({ typed, set }: Editor) {
  const t = useT();
  const forms = useDefinitions().data?.items.filter(({ kind }) => kind === 'form') ?? [];
  const versions = forms.find(({ code }) => code === typed.form)?.versions ?? [];
  const inForce = versions.find(({ state }) => state === 'in_force')?.version ?? null;
  const form = useDefinition('form', typed.form, inForce);
  const specs = fieldSpecs(form.data?.content).filter(({ name }) => name !== 'subject');
  const toggle = (name: string) =>
    set({
      substance_fields: typed.substance_fields.includes(name)
        ? typed.substance_fields.filter((one) => one !== name)
        : [...typed.substance_fields, name],
    });
  return (
    <fieldset className="flex flex-col gap-1 sm:col-span-2">
      <legend className="font-bold">{t('definitions.substance')}</legend>
      <p className="text-13 text-quiet">{t('definitions.substanceHelp')}</p>
      <div className="flex flex-wrap gap-x-6">
        {specs.map(({ name, label }) => (
          <LabelledTick
            key={name}
            label={label}
            checked={typed.substance_fields.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What it refers to is chosen among what is there; what is not there any more stays to be seen. */
function References({ typed, set }: Editor) {
  const t = useT();
  const forms = useDefinitions().data?.items.filter(({ kind, versions }) => kind === 'form' && versions.length > 0);
  const classes = useFilingClasses().data ?? [];
  const series = useNumberSeries().data?.items ?? [];
  const options = (value: string, choices: readonly (readonly [string, string])[]) =>
    [
      ...(choices.some(([code]) => code === value) ? [] : [[value, value || t('definitions.choose')] as const]),
      ...choices,
    ] as const;
  const choices = {
    form: (forms ?? []).map(({ code, name }) => [code, name] as const),
    default_class_code: classes.map(({ code, name }) => [code, `${code} ${name}`] as const),
    default_series_code: series.map((one) => [one.seriesCode, seriesName(one, series, t)] as const),
  };
  return (
    <>
      {(['form', 'default_class_code', 'default_series_code'] as const).map((column) => (
        <SelectInput
          key={column}
          above
          label={t(`definitions.${column}`)}
          value={typed[column]}
          options={options(typed[column], choices[column])}
          onChange={(value) => set({ [column]: value, ...(column === 'form' && { substance_fields: [] }) })}
        />
      ))}
    </>
  );
}

/** A matter type being edited: its words, its form, where its documents are kept and numbered, and what of it is substance. */
export function MatterTypeEditor({ draft }: { draft: DefinitionDraft }) {
  const t = useT();
  const editor = useMatterTypeDraft(draft);
  const { typed, set } = editor;
  return (
    <div className="flex flex-col gap-4">
      <SaveBar draft={draft} editor={editor} />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextInput
          id="type-name"
          label={t('definitions.newName')}
          required
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <TextInput
          id="type-description"
          label={t('definitions.description')}
          required
          value={typed.description}
          onChange={(description) => set({ description })}
        />
        <References {...editor} />
        <SelectInput
          above
          label={t('definitions.review')}
          value={typed.review}
          options={reviews.map((one) => [one, t(`definitions.review.${one}`)] as const)}
          onChange={(review) => set({ review })}
        />
        <SelectInput
          above
          label={t('definitions.execution')}
          value={typed.execution}
          options={executions.map((one) => [one, t(`definitions.execution.${one}`)] as const)}
          onChange={(execution) => set({ execution })}
        />
        <Substance {...editor} />
      </div>
      {!editor.dirty && <FaultList faults={draft.faults} />}
      {!editor.dirty && <DraftChanges draft={draft} />}
    </div>
  );
}
