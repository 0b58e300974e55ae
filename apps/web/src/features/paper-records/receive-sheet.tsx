import { useState, type FormEvent } from 'react';
import {
  type HandedFile,
  type Handover,
  useHandedFiles,
  useReceiveHandover,
  useStackPlaces,
} from '../../shared/api/paper';
import { SelectInput } from '../../shared/form/picked';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Loading } from '../../shared/ui/loading';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { SheetDialog, SheetFoot } from '../../shared/ui/sheet-dialog';
import { TakeOffPart } from './take-off-part';

interface ReceiveSheetProps {
  readonly handover: Handover;
  readonly onClose: () => void;
}

const hasLeft = ({ state }: HandedFile): boolean => state === 'disposed' || state === 'transferred';

/** 受領: the records office says for every file where it lies from now on (HAND-3). */
export default function ReceiveSheet({ handover, onClose }: ReceiveSheetProps) {
  const t = useT();
  const announce = useAnnounce();
  const files = useHandedFiles(handover.id);
  const places = useStackPlaces();
  const receive = useReceiveHandover(handover.id);
  const [everywhere, setEverywhere] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const placeOf = (fileId: string) => chosen[fileId] ?? everywhere;
  const listed = files.data?.items ?? [];
  const items = listed.filter(({ takenOffReason }) => takenOffReason === null);
  const off = listed.filter(({ takenOffReason }) => takenOffReason !== null);
  const [leaving, setLeaving] = useState<HandedFile | null>(null);
  const options = [
    ['', t('retention.pick')] as const,
    ...(places.data?.items ?? []).map(
      ({ code, room, shelf, box }) => [code, [code, room, shelf, box].filter(Boolean).join(' ')] as const,
    ),
  ];
  const complete = items.length > 0 && items.every((file) => !hasLeft(file) && placeOf(file.fileId) !== '');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    receive.mutate(
      { places: items.map(({ fileId }) => ({ fileId, placeCode: placeOf(fileId) })) },
      {
        onSuccess: () => {
          announce(t('paper.done'));
          onClose();
        },
      },
    );
  };
  return (
    <SheetDialog
      title={t('paper.handover.receiveTitle', { unit: handover.sectionName })}
      onClose={onClose}
      wide
      dismissable={!receive.isPending}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        {files.error && <ProblemNote error={files.error} onRetry={() => void files.refetch()} />}
        {files.isPending && <Loading lines={3} />}
        <SelectInput
          label={t('paper.handover.everywhere')}
          value={everywhere}
          options={options}
          onChange={(place) => {
            setEverywhere(place);
            setChosen({});
          }}
        />
        <ul className="flex flex-col gap-2">
          {items.map((file) => (
            <li key={file.fileId}>
              {hasLeft(file) ? (
                <p role="alert">{t('paper.handover.left', { title: file.title })}</p>
              ) : (
                <SelectInput
                  label={t('paper.handover.placeOf', { title: file.title })}
                  value={placeOf(file.fileId)}
                  options={options}
                  onChange={(place) => setChosen({ ...chosen, [file.fileId]: place })}
                />
              )}
              <Button look="quiet" disabled={receive.isPending} onClick={() => setLeaving(file)}>
                {t('paper.handover.takeOff', { title: file.title })}
              </Button>
            </li>
          ))}
          {off.map((file) => (
            <li key={file.fileId} className="text-quiet">
              {t('paper.handover.takenOff', { title: file.title, reason: file.takenOffReason ?? '' })}
            </li>
          ))}
        </ul>
        {leaving && <TakeOffPart handover={handover} file={leaving} onDone={() => setLeaving(null)} />}
        {receive.error && <ProblemNote error={receive.error} />}
        <SheetFoot>
          <Button onClick={onClose} disabled={receive.isPending}>
            {t('common.back')}
          </Button>
          <Button type="submit" look="primary" disabled={receive.isPending || !complete}>
            {t('paper.handover.receive')}
          </Button>
        </SheetFoot>
      </form>
    </SheetDialog>
  );
}
