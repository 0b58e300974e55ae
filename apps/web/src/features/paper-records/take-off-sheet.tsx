import { useState } from 'react';
import { type HandedFile, type Handover, useHandedFiles } from '../../shared/api/paper';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { TakeOffPart } from './take-off-part';

interface TakeOffSheetProps {
  readonly handover: Handover;
  readonly onClose: () => void;
}

/** HAND-5 The section takes files off its own list, one by one, while it waits; the last one takes the list back. */
export default function TakeOffSheet({ handover, onClose }: TakeOffSheetProps) {
  const t = useT();
  const files = useHandedFiles(handover.id);
  const [leaving, setLeaving] = useState<HandedFile | null>(null);
  const onTheList = (files.data?.items ?? []).filter(({ takenOffReason }) => takenOffReason === null);
  return (
    <SheetDialog title={t('paper.handover.takeOffTitle')} onClose={onClose} wide>
      <div className="flex flex-col gap-3">
        {onTheList.length === 1 && <p className="text-13">{t('paper.handover.takeOffLast')}</p>}
        {files.error && <ProblemNote error={files.error} onRetry={() => void files.refetch()} />}
        {files.isPending && <Loading lines={3} />}
        <ul className="flex flex-col gap-2">
          {(files.data?.items ?? []).map((file) => (
            <li key={file.fileId} className={file.takenOffReason === null ? undefined : 'text-quiet'}>
              {file.takenOffReason === null ? (
                <Button look="quiet" onClick={() => setLeaving(file)}>
                  {t('paper.handover.takeOff', { title: file.title })}
                </Button>
              ) : (
                t('paper.handover.takenOff', { title: file.title, reason: file.takenOffReason })
              )}
            </li>
          ))}
        </ul>
        {leaving && (
          <TakeOffPart
            handover={handover}
            file={leaving}
            onDone={() => (onTheList.length === 1 ? onClose() : setLeaving(null))}
          />
        )}
        <SheetFoot>
          <Button onClick={onClose}>{t('common.close')}</Button>
        </SheetFoot>
      </div>
    </SheetDialog>
  );
}
