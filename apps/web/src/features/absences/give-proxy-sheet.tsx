import { useState, type FormEvent } from 'react';
import { useGiveProxy } from '../../shared/api/absences';
import { FieldFrame, inputClass } from '../../shared/form/field-frame';
import { PersonPicker } from '../../shared/form/person-picker';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { SpanFields } from './span-fields';
import { emptySpan, readSpan } from './span-values';

interface GiveProxySheetProps {
  posts: readonly { readonly code: string; readonly title: string; readonly unitName: string }[];
  today: string;
  onClose: () => void;
}

export default function GiveProxySheet({ posts, today, onClose }: GiveProxySheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const give = useGiveProxy();
  const [postCode, setPostCode] = useState(posts[0]?.code ?? '');
  const [taker, setTaker] = useState<string | null>(null);
  const [values, setValues] = useState(() => emptySpan(today));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const span = readSpan(values, today);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!span.ok || taker === null || reason.trim() === '') return;
    give.mutate(
      { postCode, taker, from: span.from, until: span.until, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t('proxy.done'));
          onClose();
        },
      },
    );
  };

  return (
    <SheetDialog title={t('proxy.giveTitle')} onClose={onClose} dismissable={!give.isPending}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FieldFrame id="post" label={t('proxy.post')} required>
          <select
            id="post"
            value={postCode}
            onChange={(event) => setPostCode(event.target.value)}
            className={inputClass(false)}
          >
            {posts.map((post) => (
              <option key={post.code} value={post.code}>
                {post.unitName} {post.title}
              </option>
            ))}
          </select>
        </FieldFrame>
        <PersonPicker
          label={t('proxy.taker')}
          required
          error={asked && taker === null ? t('absence.fault.person') : undefined}
          onChange={setTaker}
        />
        <SpanFields values={values} faults={asked && !span.ok ? span.faults : {}} today={today} onChange={setValues} />
        <TextInput
          id="reason"
          label={t('proxy.reason')}
          value={reason}
          required
          error={asked && reason.trim() === '' ? t('absence.fault.required') : undefined}
          onChange={setReason}
        />
        {give.error && <ProblemNote error={give.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={give.isPending}>
            {t('common.back')}
          </Button>
          <Button look="primary" type="submit" disabled={give.isPending}>
            {t('proxy.give')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
