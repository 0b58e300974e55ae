import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { type FileDetail, useSplitFile } from '../../shared/api/keeping';
import { LabelledTick } from '../../shared/form/picked';
import { TextAreaInput, TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { useAnnounce } from '../../shared/ui/notice';
import { SheetDialog } from '../../shared/ui/sheet-dialog';
import { StepFoot } from './step-foot';

interface SplitSheetProps {
  readonly file: FileDetail;
  readonly documentIds: readonly string[];
  readonly onClose: () => void;
}

/** 分冊: the ticked documents become a volume beside this file, with its terms; the new one opens (KEEP-7). */
export default function SplitSheet({ file, documentIds, onClose }: SplitSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const step = useSplitFile();
  const [title, setTitle] = useState(file.title);
  const [reason, setReason] = useState('');
  const [carryHolds, setCarry] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = (text: string) => (asked && text.trim() === '' ? t('form.missing') : undefined);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (title.trim() === '' || reason.trim() === '') return;
    const words = { title: title.trim(), reason: reason.trim() };
    const made = await step.mutateAsync({ fileId: file.id, documentIds, carryHolds, ...words }).catch(() => null);
    if (made === null) return;
    announce(t('split.done', { n: documentIds.length }));
    onClose();
    await navigate({ to: '/record-files/$id', params: { id: made.id } });
  };
  return (
    <SheetDialog title={t('split.title', { n: documentIds.length })} onClose={onClose} dismissable={!step.isPending}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-3">
        <p>{t('split.help')}</p>
        <TextInput
          id="split-title"
          label={t('split.name')}
          required
          value={title}
          error={missing(title)}
          onChange={setTitle}
        />
        {file.holds.length > 0 && (
          <LabelledTick label={t('refile.carry')} checked={carryHolds} onChange={() => setCarry(!carryHolds)} />
        )}
        <TextAreaInput
          id="split-reason"
          rows={2}
          label={t('split.reason')}
          required
          value={reason}
          error={missing(reason)}
          onChange={setReason}
        />
        <StepFoot step={step} label={t('split.do')} onClose={onClose} />
      </form>
    </SheetDialog>
  );
}
