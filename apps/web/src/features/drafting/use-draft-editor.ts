import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { ProblemError } from '../../shared/api/problem';
import { useMe } from '../../shared/api/session';
import type { Document } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import type { FieldError } from '../../shared/form/read-fields';
import { useT } from '../../shared/i18n/translate';
import { draftValues, inputName, readDraft, type DraftValues } from './draft-values';
import type { SummaryLine } from './error-summary';
import { errorText } from './error-text';
import { useDraftSaver } from './use-draft-saver';
import { useUnsaved } from './use-unsaved';

interface DraftEditorOptions {
  matterType: string;
  specs: readonly FieldSpec[];
  document: Document | null;
  /** Values of the document a new draft starts from. */
  from: Document | null;
  onCreated: (document: Document) => void;
}

type InputName = Parameters<ReturnType<typeof useForm<DraftValues>>['setError']>[0];

/** The state of one draft on the screen: inputs, errors, saving and readiness to submit. */
export function useDraftEditor({ matterType, specs, document, from, onCreated }: DraftEditorOptions) {
  const t = useT();
  const { today } = useMe();
  const form = useForm<DraftValues>({
    defaultValues: document
      ? draftValues(specs, document)
      : { ...draftValues(specs, null), ...(from ? { fields: draftValues(specs, from).fields } : {}) },
  });
  const [summary, setSummary] = useState<readonly SummaryLine[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [ready, setReady] = useState<Document | null>(null);
  const read = useCallback(() => {
    const labels = { dueLabel: t('attributes.dueOn'), secrecyLabel: t('attributes.confidentialUntil') };
    return readDraft(specs, form.getValues(), { today, ...labels });
  }, [specs, form, today, t]);

  const fillFrom = (stored: Document) => form.reset(draftValues(specs, stored));
  const saver = useDraftSaver({
    matterType,
    document,
    read: () => read().body,
    onCreated: (created) => {
      const { attributes } = draftValues(specs, created);
      if (!form.getValues('attributes.classCode')) form.setValue('attributes.classCode', attributes.classCode);
      if (!form.getValues('attributes.disclosureClass'))
        form.setValue('attributes.disclosureClass', attributes.disclosureClass);
      saver.settle();
      onCreated(created);
    },
  });
  const { touch } = saver;
  const fresh = `new:${matterType}:${from?.id ?? ''}`;
  const kept = useUnsaved({ fresh, document, form, state: saver.state, touch });
  const latestTouch = useRef(touch);
  useEffect(() => {
    latestTouch.current = touch;
  });
  useEffect(() => {
    const subscription = form.watch((_values, { type }) => type === 'change' && latestTouch.current());
    return () => subscription.unsubscribe();
  }, [form]);

  const show = (errors: readonly { path: string; text: string }[]) => {
    form.clearErrors();
    for (const { path, text } of errors) form.setError(path as InputName, { message: text });
    setSummary(errors.map(({ path, text }) => ({ name: path, text })));
    if (errors.length > 0) setAttempt((count) => count + 1);
  };
  const showRefusal = (error: unknown) => {
    const details = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    show(details.map(({ pointer, detail }) => ({ path: inputName(pointer), text: detail })));
  };
  const say = (error: FieldError) => ({ path: error.path, text: errorText(error, t) });

  const checkOne = useCallback(
    (name: string) => {
      const error = read().errors.find((one) => one.path === name);
      const empty = error?.code === 'required';
      if (error && !empty) form.setError(name as InputName, { message: errorText(error, t) });
      else if (!empty) form.clearErrors(name as InputName);
    },
    [read, form, t],
  );

  const prepare = async () => {
    const { errors } = read();
    if (errors.length > 0) return show(errors.map(say));
    show([]);
    try {
      setReady(await saver.flush());
    } catch (error) {
      showRefusal(error);
    }
  };

  return {
    form,
    saver,
    kept,
    summary,
    attempt,
    ready,
    checkOne,
    prepare,
    showRefusal,
    cancel: () => setReady(null),
    unreadable: useMemo(() => () => read().errors.filter((error) => error.code !== 'required').length, [read]),
    takeTheirs: async () => {
      const stored = await saver.acceptTheirs();
      if (!stored) return;
      fillFrom(stored);
      saver.settle();
    },
  };
}
