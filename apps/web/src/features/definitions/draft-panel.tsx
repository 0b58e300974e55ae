import { type DefinitionDraft, useDefinitionDraft } from '../../shared/api/definitions';
import { useT } from '../../shared/i18n/translate';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DecisionNote } from './decision-note';
import { DraftActs } from './draft-acts';
import { FaultList } from './fault-list';
import { DraftChanges, FormEditor } from './form-editor';
import { FormPreview } from './form-preview';
import { MatterTypeEditor } from './matter-type-editor';

function Content({ draft }: { draft: DefinitionDraft }) {
  const Editor = draft.kind === 'form' ? FormEditor : MatterTypeEditor;
  if (draft.allowed.includes('edit')) return <Editor key={draft.id} draft={draft} />;
  return (
    <div className="flex flex-col gap-4">
      <DraftChanges draft={draft} />
      {draft.faults.length > 0 && <FaultList faults={draft.faults} />}
      {draft.kind === 'form' && <FormPreview form={draft.content} />}
    </div>
  );
}

/** 下書き: edited until it is sent round, shown as it stands while its decision is under way. */
export function DraftPanel({ id, onGone }: { id: number; onGone: () => void }) {
  const t = useT();
  const draft = useDefinitionDraft(id);
  if (draft.error) return <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data) return <Loading lines={8} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-18">{t('definitions.draftOf', { name: draft.data.name || draft.data.code })}</h2>
        <DraftActs draft={draft.data} onGone={onGone} />
      </div>
      <DecisionNote draft={draft.data} />
      <Content draft={draft.data} />
    </div>
  );
}
