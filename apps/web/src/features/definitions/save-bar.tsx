import { useQueryClient } from '@tanstack/react-query';
import { type DefinitionDraft, definitionDraftKey } from '../../shared/api/definitions';
import { hasCode } from '../../shared/api/problem';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { ProblemNote } from '../../shared/ui/problem-note';
import type { useFormDraft } from './use-form-draft';

type Saving = Pick<ReturnType<typeof useFormDraft>, 'note' | 'setNote' | 'dirty' | 'saving' | 'error' | 'store'>;

/** Why it is changed, and saving; who saved elsewhere is not overwritten. */
export function SaveBar({ draft, editor }: { draft: DefinitionDraft; editor: Saving }) {
  const t = useT();
  const client = useQueryClient();
  const reload = () => void client.resetQueries({ queryKey: definitionDraftKey(draft.id) });
  return (
    <div className="flex flex-col gap-3">
      <TextInput id="definition-note" label={t('definitions.note')} value={editor.note} onChange={editor.setNote} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={!editor.dirty || editor.saving} onClick={editor.store}>
          {t('definitions.save')}
        </Button>
        {editor.dirty && <Chip tone="warn">{t('definitions.unsaved')}</Chip>}
      </div>
      {editor.error && (
        <ProblemNote
          error={editor.error}
          {...(hasCode(editor.error, 'approvals.definition-changed') && { onRetry: reload })}
        />
      )}
    </div>
  );
}
