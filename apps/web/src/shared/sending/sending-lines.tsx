import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { queryKeys } from '../api/keys';
import { NetworkError } from '../api/problem';
import type { SendingInPieces } from '../api/types';
import { useWrite } from '../api/write';
import { useT } from '../i18n/translate';
import { formatBytes } from '../money/yen';
import { Button } from '../ui/button';
import { problemText } from '../ui/problem-note';
import { giveUp } from './send-file';
import { waits, type RunningSending, type Sendings } from './use-sendings';

const percent = (part: number) => Math.floor(part * 100);

function RunningLine({ one, sendings }: { one: RunningSending; sendings: Sendings }) {
  const t = useT();
  const { name } = one.file;
  const broke = one.error instanceof NetworkError;
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      <span className="min-w-0 break-all">{name}</span>
      {one.error !== null ? (
        <span role="alert" className="text-13 font-bold text-vermilion">
          {broke ? t('sending.broke') : problemText(one.error, t)}
        </span>
      ) : (
        <Course part={one.part} name={name} />
      )}
      {one.error !== null && (
        <Button
          look="quiet"
          aria-label={t(broke ? 'sending.goOnWith' : 'sending.againWith', { name })}
          onClick={() => sendings.again(one.id)}
        >
          {t(broke ? 'sending.goOn' : 'sending.again')}
        </Button>
      )}
      <Button look="link" className="text-13" onClick={() => sendings.forget(one.id)}>
        {t(one.error !== null ? 'sending.dismiss' : 'sending.cancel')}
      </Button>
    </li>
  );
}

function Course({ part, name }: { part: number | null; name: string }) {
  const t = useT();
  if (part === null) return <span className="text-13 text-quiet">{t('sending.waiting')}</span>;
  return (
    <>
      <progress value={part} aria-label={t('sending.progress', { name })} className="h-2 w-32" />
      <span className="text-13 text-quiet">
        {part < 1 ? t('sending.percent', { n: percent(part) }) : t('sending.checking')}
      </span>
    </>
  );
}

/** What the scanner let through after its sender had been told to wait. */
function PassedLine({ name, uploadId, attach }: { name: string; uploadId: string; attach: Sendings['attach'] }) {
  const t = useT();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => attach(uploadId),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sendings }),
  });
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      <span className="min-w-0 break-all">
        {name} <span className="text-13 text-quiet">{t('sending.passed')}</span>
      </span>
      <Button
        look="quiet"
        disabled={take.isPending}
        aria-label={t('sending.attachNamed', { name })}
        onClick={() => take.mutate()}
      >
        {t('sending.attach')}
      </Button>
      {take.error && (
        <span role="alert" className="text-13 font-bold text-vermilion">
          {problemText(take.error, t)}
        </span>
      )}
    </li>
  );
}

function useGivingUp(id: string) {
  const client = useQueryClient();
  const { mutate, isPending } = useWrite(() => giveUp(id), {
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sendings }),
  });
  return { drop: () => mutate(), isPending };
}

function HalfSentLine({ one }: { one: SendingInPieces }) {
  const t = useT();
  const { drop, isPending } = useGivingUp(one.id);
  return (
    <li className="flex flex-wrap items-center gap-2 py-1.5">
      <span className="min-w-0 break-all">
        {one.fileName}{' '}
        <span className="text-13 text-quiet">
          {one.waitingSince === null
            ? t('sending.half', { percent: percent(one.received / one.bytes), size: formatBytes(one.bytes) })
            : t('sending.held')}
        </span>
      </span>
      <Button
        look="link"
        className="text-13"
        disabled={isPending}
        aria-label={t('sending.giveUp', { name: one.fileName })}
        onClick={drop}
      >
        {t('sending.cancel')}
      </Button>
    </li>
  );
}

/** What waited for the scanner and cannot be taken: why, and what to do. */
function RefusedLine({ one, refusal }: { one: SendingInPieces; refusal: NonNullable<SendingInPieces['refusal']> }) {
  const t = useT();
  const { drop, isPending } = useGivingUp(one.id);
  return (
    <li className="py-1.5">
      <span className="break-all">{one.fileName}</span>{' '}
      <strong className="text-13 text-vermilion">{refusal.title}</strong>
      <p className="text-13">
        {refusal.detail}{' '}
        <Button
          look="link"
          className="text-13"
          disabled={isPending}
          aria-label={t('sending.dismissNamed', { name: one.fileName })}
          onClick={drop}
        >
          {t('sending.dismiss')}
        </Button>
      </p>
    </li>
  );
}

/** How often is looked whether the scanner has answered. */
const WAITING_ASK_MS = 10_000;

/** What is on its way, what was refused, and what an earlier page began and did not finish. */
export function SendingLines({ sendings }: { sendings: Sendings }) {
  const t = useT();
  const halves = useQuery({
    queryKey: queryKeys.sendings,
    queryFn: () => unwrap(api.GET('/api/v1/sendings')),
    refetchInterval: ({ state }) => (state.data?.items.some(waits) ? WAITING_ASK_MS : false),
  });
  const here = new Set(sendings.running.map(({ file }) => file.name));
  const refused = (halves.data?.items ?? []).filter(({ refusal }) => refusal !== null);
  const left = sendings.sending
    ? []
    : (halves.data?.items ?? []).filter((one) => one.refusal === null && !here.has(one.fileName));
  return (
    <>
      <ul aria-label={t('sending.running')} className="empty:hidden">
        {sendings.running.map((one) => (
          <RunningLine key={one.id} one={one} sendings={sendings} />
        ))}
      </ul>
      {refused.length > 0 && (
        <section aria-label={t('sending.refused')} role="alert" className="rounded-8 border border-vermilion px-3 py-2">
          <p className="text-13 font-bold">{t('sending.refused')}</p>
          <ul>{refused.map((one) => one.refusal && <RefusedLine key={one.id} one={one} refusal={one.refusal} />)}</ul>
        </section>
      )}
      {left.length > 0 && (
        <section aria-label={t('sending.halves')} className="rounded-8 border border-line px-3 py-2">
          <p className="text-13">{t('sending.halvesHelp')}</p>
          <ul>
            {left.map((one) =>
              one.uploadId === null ? (
                <HalfSentLine key={one.id} one={one} />
              ) : (
                <PassedLine key={one.id} name={one.fileName} uploadId={one.uploadId} attach={sendings.attach} />
              ),
            )}
          </ul>
        </section>
      )}
    </>
  );
}
