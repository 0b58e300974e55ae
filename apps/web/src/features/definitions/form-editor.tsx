import type { DefinitionDraft } from '../../shared/api/definitions';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { ChangesTable } from './changes-table';
import { FaultList } from './fault-list';
import { FieldList } from './field-list';
import { FormPreview } from './form-preview';
import { SaveBar } from './save-bar';
import { useFormDraft } from './use-form-draft';

/** A form being edited: its fields beside what drafters will meet, then what changes and what is to be corrected. */
export function FormEditor({ draft }: { draft: DefinitionDraft }) {
  const t = useT();
  const editor = useFormDraft(draft);
  return (
    <div className="flex flex-col gap-4">
      <SaveBar draft={draft} editor={editor} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <TextInput
            id="definition-title"
            label={t('definitions.formTitle')}
            required
            value={editor.form.title ?? ''}
            onChange={editor.setTitle}
          />
          <FieldList draft={draft} editor={editor} />
        </div>
        <div className="min-w-0 lg:sticky lg:top-0">
          <FormPreview form={editor.form} />
        </div>
      </div>
      {!editor.dirty && <FaultList faults={draft.faults} onPlace={editor.setOpen} />}
      {!editor.dirty && <DraftChanges draft={draft} />}
    </div>
  );
}

/** 新旧対照 with the version that the draft is compared with. */
export function DraftChanges({ draft }: { draft: DefinitionDraft }) {
  const t = useT();
  const caption =
    draft.comparedWith === null ? t('definitions.changesNew') : t('definitions.changes', { n: draft.comparedWith });
  return <ChangesTable changes={draft.changes} caption={caption} />;
}
