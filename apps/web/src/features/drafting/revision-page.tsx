import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useApproval, useRevise } from '../../shared/api/approval';
import { useDocument } from '../../shared/api/documents';
import { useFormOf } from '../../shared/api/matter-types';
import { ProblemError } from '../../shared/api/problem';
import { useMe } from '../../shared/api/session';
import type { Approval, Document } from '../../shared/api/types';
import { ReasonField } from '../../shared/acts/reason-field';
import { fieldSpecs, type FieldSpec } from '../../shared/form/field-spec';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { Page } from '../../shared/ui/page';
import { ProblemNote } from '../../shared/ui/problem-note';
import { draftValues, inputName, readDraft, type DraftValues } from './draft-values';
import { ErrorSummary, type SummaryLine } from './error-summary';
import { errorText } from './error-text';
import { FormField } from '../../shared/form/form-field';
import { dropUnsaved } from './unsaved';
import { UnsavedNote } from './unsaved-note';
import { useUnsaved } from './use-unsaved';

interface RevisionFormProps {
  document: Document;
  approval: Approval;
  seatId: string;
  specs: readonly FieldSpec[];
}

const clean = { kind: 'clean' } as const;
const untouched = () => undefined;

type InputName = Parameters<ReturnType<typeof useForm<DraftValues>>['setError']>[0];

/** The inputs, what is wrong with them, and the sending of a correction. */
function useRevisionForm({ document, approval, seatId, specs }: RevisionFormProps, onRevised: () => void) {
  const t = useT();
  const { today, staffNo } = useMe();
  const form = useForm<DraftValues>({ defaultValues: draftValues(specs, document) });
  const corrected = { id: `revision:${document.id}`, version: approval.version };
  const kept = useUnsaved({ fresh: corrected.id, document: corrected, form, state: clean, touch: untouched });
  const revise = useRevise(document.id);
  const [summary, setSummary] = useState<readonly SummaryLine[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [comment, setComment] = useState('');
  const show = (errors: readonly { path: string; text: string }[]) => {
    form.clearErrors();
    for (const { path, text } of errors) form.setError(path as InputName, { message: text });
    setSummary(errors.map(({ path, text }) => ({ name: path, text })));
    setAttempt((count) => count + 1);
  };
  const send = () => {
    const { body, errors } = readDraft(specs, form.getValues(), { today });
    const wrong = errors.map((error) => ({ path: error.path, text: errorText(error, t) }));
    show(wrong);
    if (wrong.length > 0 || comment.trim() === '') return;
    const { version, contentDigest } = approval;
    revise.mutate(
      {
        seatId,
        expectedVersion: version,
        contentDigest: contentDigest ?? '',
        fields: body.fields,
        comment: comment.trim(),
      },
      {
        onSuccess: () => {
          dropUnsaved(localStorage, { staffNo, draft: corrected.id });
          onRevised();
        },
        onError: (error) => {
          const details = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
          show(details.map(({ pointer, detail }) => ({ path: inputName(pointer), text: detail })));
        },
      },
    );
  };
  return { form, kept, revise, summary, attempt, comment, setComment, send };
}

function RevisionForm(props: RevisionFormProps) {
  const t = useT();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { document, specs } = props;
  const back = () => void navigate({ to: '/documents/$id', params: { id: document.id } });
  const revision = useRevisionForm(props, () => {
    announce(t('revision.done', { title: document.title }));
    back();
  });
  const { form, kept, revise, summary, attempt, comment } = revision;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          revision.send();
        }}
        className="flex max-w-3xl flex-col gap-4"
      >
        <p>{t('revision.text')}</p>
        {kept && <UnsavedNote kept={kept} />}
        <ErrorSummary lines={summary} attempt={attempt} />
        {specs.map((spec) => (
          <FormField key={spec.name} spec={spec} name={`fields.${spec.name}`} />
        ))}
        <ReasonField
          label={t('revision.reason')}
          value={comment}
          required
          missing={attempt > 0 && comment.trim() === ''}
          onChange={revision.setComment}
        />
        {revise.error && <ProblemNote error={revise.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={back} disabled={revise.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={revise.isPending}>
            {t('revision.do')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

/** 修正: whoever has the document in hand corrects it in its own form; changed substance asks everybody again. */
export function RevisionPage() {
  const t = useT();
  const { doc = '', seat = '' } = useSearch({ from: '/shell/draft/revision' });
  const document = useDocument(doc);
  const approval = useApproval(doc);
  const form = useFormOf(document.data?.form ?? null);
  const specs = useMemo(() => fieldSpecs(form.data?.schema), [form.data]);
  const failed = [document, approval, form].find((query) => query.error);
  const ready = document.data && approval.data && form.data;
  return (
    <Page title={t('revision.title', { title: document.data?.title ?? '' })}>
      {failed && <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !ready && <Loading lines={8} />}
      {document.data && approval.data && form.data && (
        <RevisionForm
          key={document.data.id}
          document={document.data}
          approval={approval.data}
          seatId={seat}
          specs={specs}
        />
      )}
    </Page>
  );
}
