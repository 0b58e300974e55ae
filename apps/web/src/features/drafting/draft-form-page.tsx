import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDocument } from '../../shared/api/documents';
import { useFormOf, useMatterType } from '../../shared/api/matter-types';
import type { Document, FormDefinition } from '../../shared/api/types';
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

/** A draft keeps the form that it was begun with; a new one has that of its matter type. */
function useFormOfDraft(document: Document | null, matterType: { form: FormDefinition } | null) {
  const current = matterType?.form ?? null;
  const begun = document?.form ?? null;
  const isOlder =
    begun !== null && current !== null && (begun.name !== current.name || begun.version !== current.version);
  const older = useFormOf(isOlder ? begun : null);
  return isOlder ? older : { data: current, error: null, refetch: older.refetch };
}

/** /draft/form: a new draft of a matter type (`type`), one begun (`doc`), or a new one after an older (`from`). */
export function DraftFormPage() {
  const search = useSearch({ from: '/shell/draft/form' });
  const navigate = useNavigate();
  const [created, setCreated] = useState<{ id: string; was: string } | null>(null);
  const document = useDocument(search.doc ?? null);
  const from = useDocument(search.from ?? null);
  const code = search.type ?? document.data?.matterType ?? from.data?.matterType ?? null;
  const matterType = useMatterType(code);
  const form = useFormOfDraft(document.data ?? null, matterType.data ?? null);
  const specs = useMemo(() => fieldSpecs(form.data?.schema), [form.data]);

  const failed = [document, from, matterType, form].find((query) => query.error);
  const ready = matterType.data && (document.data || !search.doc) && (from.data || search.doc || !search.from);
  if (failed) {
    return (
      <div className="p-4">
        <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (!matterType.data || !form.data || !ready) return <Loading lines={10} />;
  const key = editorKey(search, created);
  return (
    <DraftEditor
      key={key}
      matterType={{ ...matterType.data, form: form.data }}
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
