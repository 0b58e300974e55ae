import { useState } from 'react';
import { type HandedFile, type Handover, useTakeOff } from '../../shared/api/paper';
import { TextInput } from '../../shared/form/text-inputs';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { ProblemNote } from '../../shared/ui/problem-note';

interface TakeOffProps {
  readonly handover: Handover;
  readonly file: HandedFile;
  readonly onDone: () => void;
}

/** HAND-5 One file goes off the list for a reason; the rest can be received. */
export function TakeOffPart({ handover, file, onDone }: TakeOffProps) {
  const t = useT();
  const takeOff = useTakeOff(handover.id);
  const [reason, setReason] = useState('');
  const send = () => takeOff.mutate({ fileId: file.fileId, reason: reason.trim() }, { onSuccess: onDone });
  return (
    <fieldset className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <legend className="px-1">{t('paper.handover.takeOff', { title: file.title })}</legend>
      <TextInput
        id="take-off-reason"
        label={t('paper.handover.takeOffReason')}
        value={reason}
        required
        onChange={setReason}
      />
      {takeOff.error && <ProblemNote error={takeOff.error} />}
      <p className="flex gap-2">
        <Button onClick={onDone} disabled={takeOff.isPending}>
          {t('common.back')}
        </Button>
        <Button disabled={takeOff.isPending || reason.trim() === ''} onClick={send}>
          {t('paper.handover.takeOffDo')}
        </Button>
      </p>
    </fieldset>
  );
}
