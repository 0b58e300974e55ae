import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDocument } from '../../shared/api/documents';
import { useFormOf, useMatterType } from '../../shared/api/matter-types';
import type { Document } from '../../shared/api/types';
import { fieldSpecs } from '../../shared/form/field-spec';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { DraftEditor } from './draft-editor';

interface FormSearch {
  type?: string;
  doc?: string;
  from?: string;
}

/** The address changes when the draft becomes a document; the form on the screen must not start anew for that. */
function editorKey(search: FormSearch, created: { id: string; was: string } | null): string {
  if (search.doc === undefined) return `new:${search.type ?? ''}:${search.from ?? ''}`;
  return search.doc === created?.id ? created.was : search.doc;
}

/** The matter type of a draft. It keeps the form that it was begun with; a new one has that in force. */
function useTypeOfDraft(document: Document | null, code: string | null) {
  const type = useMatterType(code);
  const begun = document?.form ?? null;
  const current = type.data?.form ?? null;
  const isOlder = begun !== null && current !== null && !isSame(begun, current);
  const older = useFormOf(isOlder ? begun : null);
  const data = useMemo(
    () => (isOlder ? type.data && older.data && { ...type.data, form: older.data } : type.data),
    [isOlder, type.data, older.data],
  );
  return { data, error: type.error ?? older.error, refetch: type.error ? type.refetch : older.refetch };
}

const isSame = (one: Document['form'], other: Document['form']): boolean =>
  one.name === other.name && one.version === other.version;

/** /draft/form: a new draft of a matter type (`type`), one begun (`doc`), or a new one after an older (`from`). */
export function DraftFormPage() {
  const search = useSearch({ from: '/shell/draft/form' });
  const navigate = useNavigate();
  const [created, setCreated] = useState<{ id: string; was: string } | null>(null);
  const document = useDocument(search.doc ?? null);
  const from = useDocument(search.from ?? null);
  const code = search.type ?? document.data?.matterType ?? from.data?.matterType ?? null;
  const matterType = useTypeOfDraft(document.data ?? null, code);
  const specs = useMemo(() => fieldSpecs(matterType.data?.form.schema), [matterType.data]);

  const failed = [document, from, matterType].find((query) => query.error);
  const ready = matterType.data && (document.data || !search.doc) && (from.data || search.doc || !search.from);
  if (failed) {
    return (
      <div className="p-4">
        <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!matterType.data || !ready) return <Loading lines={10} />;
  const key = editorKey(search, created);
  return (
    <DraftEditor
      key={key}
      matterType={matterType.data}
      specs={specs}
      document={document.data ?? null}
      from={from.data ?? null}
      onCreated={(fresh) => {
        setCreated({ id: fresh.id, was: key });
        void navigate({ to: '/draft/form', search: { doc: fresh.id }, replace: true });
      }}
    />
  );
}
