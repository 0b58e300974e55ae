import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from '@tanstack/react-router';
import { useApproval } from '../../shared/api/approval';
import { useAttach } from '../../shared/api/attachments';
import type { Document, MatterType, FormDefinition } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import { useT } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/keys/shortcuts';
import { useSendings } from '../../shared/sending/use-sendings';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { LaterPaneLine } from '../../shared/ui/later-pane-line';
import { useAnnounce } from '../../shared/ui/notice';
import { usePageTitle } from '../../shared/ui/page';
import { AttachmentsBox } from './attachments-box';
import { AttributesForm } from './attributes-form';
import { ConflictNote } from './conflict-note';
import { ErrorSummary } from './error-summary';
import { FormField } from '../../shared/form/form-field';
import { OtherTabNote } from './other-tab-note';
import { PreviewPane } from './preview-pane';
import { requestedBefore, type Requested } from './requested-seats';
import { SaveLine } from './save-line';
import { SubmitSheet } from './submit-sheet';
import { BlurCheckContext } from '../../shared/form/use-blur-check';
import { UnsavedNote } from './unsaved-note';
import { useDraftEditor } from './use-draft-editor';
import { footRoom } from '../../shared/ui/room';

interface DraftEditorProps {
  matterType: MatterType & { form: FormDefinition };
  specs: readonly FieldSpec[];
  document: Document | null;
  from: Document | null;
  onCreated: (document: Document) => void;
}

/** Drafting: the form at the left, the sheet and its route at the right, both following every key. */
export function DraftEditor({ matterType, specs, document, from, onCreated }: DraftEditorProps) {
  const t = useT();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const editor = useDraftEditor({ matterType: matterType.code, specs, document, from, onCreated });
  const { form, saver } = editor;
  const documentId = document?.id ?? null;
  const attach = useAttach();
  const sendings = useSendings(async (uploadId) =>
    attach.mutateAsync({ documentId: (await saver.flush()).id, uploadId }),
  );
  const submit = () => {
    if (!sendings.sending) void editor.prepare();
  };
  usePageTitle(document?.title || matterType.name);
  useShortcuts([{ keys: ['Ctrl+Enter'], label: 'key.submit', run: submit }]);
  const again = (document?.revisionNo ?? 0) > 0;
  const before = useApproval(again && document ? document.id : null);
  const [asked, setAsked] = useState<Requested | null>(null);
  const requested = asked ?? requestedBefore(before.data);
  return (
    <FormProvider {...form}>
      <BlurCheckContext value={editor.checkOne}>
        <div className="over-foot relative grid h-full auto-rows-max grid-cols-1 overflow-y-auto lg:auto-rows-fr lg:grid-cols-[minmax(0,var(--pane-left,1fr))_minmax(0,var(--pane-right,1fr))] lg:overflow-hidden">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
            className="flex min-w-0 flex-col lg:min-h-0"
          >
            <div className="flex flex-1 flex-col gap-4 lg:min-h-0 px-5 py-5 lg:overflow-y-auto">
              <h1 className="flex flex-wrap items-center gap-2 text-18">
                {matterType.name} <Chip>{t('draft.formVersion', { n: matterType.form.version })}</Chip>
              </h1>
              <OtherTabNote documentId={documentId} />
              {editor.kept && <UnsavedNote kept={editor.kept} />}
              <ErrorSummary lines={editor.summary} attempt={editor.attempt} />
              {specs.map((spec) => (
                <FormField key={spec.name} spec={spec} name={`fields.${spec.name}`} />
              ))}
              <AttachmentsBox documentId={documentId} attachments={document?.attachments ?? []} sendings={sendings} />
              <AttributesForm />
            </div>
            {saver.state.kind === 'conflict' && (
              <ConflictNote
                onTheirs={() => void editor.takeTheirs()}
                onMine={() => void saver.overwrite().catch(() => undefined)}
              />
            )}
            <div
              ref={footRoom}
              className="foot-bar sticky bottom-0 z-10 flex shrink-0 flex-wrap items-center gap-3 border-t border-line bg-white px-5 py-3"
            >
              <Button type="submit" look="primary" className="min-w-28" disabled={sendings.sending}>
                {t(sendings.sending ? 'submit.sending' : again ? 'submit.doAgain' : 'submit.do')}
              </Button>
              <Button onClick={() => void saver.flush().catch(editor.showRefusal)}>{t('draft.save')}</Button>
              <span className="ml-auto">
                <SaveLine state={saver.state} unreadable={saver.state.kind === 'saved' ? editor.unreadable() : 0} />
              </span>
            </div>
          </form>
          <LaterPaneLine name="draft" className="hidden lg:col-start-2 lg:flex" />
          <div className="min-w-0 border-l border-line bg-desk p-5 lg:overflow-y-auto" data-scrolls>
            <PreviewPane
              matterType={matterType.code}
              specs={specs}
              document={document}
              requested={requested}
              onChange={setAsked}
            />
          </div>
        </div>
        {editor.ready && (
          <SubmitSheet
            document={editor.ready}
            specs={specs}
            requested={again && asked === null ? null : requested}
            shown={requested}
            onClose={editor.cancel}
            onRefused={(error) => {
              editor.showRefusal(error);
            }}
            onSubmitted={() => {
              announce(t('submit.done', { title: editor.ready?.title ?? '' }));
              void navigate({ to: '/documents/$id', params: { id: editor.ready?.id ?? '' } });
            }}
          />
        )}
      </BlurCheckContext>
    </FormProvider>
  );
}
