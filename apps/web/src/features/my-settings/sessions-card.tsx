import { type MySession, useEndOtherSessions, useEndSession } from '../../shared/api/access';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { Chip } from '../../shared/ui/chip';
import { useAnnounce } from '../../shared/ui/notice';
import { ProblemNote } from '../../shared/ui/problem-note';
import { Card, useMomentWords } from './my-parts';

/** サインイン中の端末: where one is signed in, and an end to what one does not know. */
export function SessionsCard({ sessions }: { sessions: readonly MySession[] }) {
  const t = useT();
  const announce = useAnnounce();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const error = end.error ?? endOthers.error;
  const busy = end.isPending || endOthers.isPending;
  const alone = sessions.every(({ current }) => current);
  return (
    <Card title={t('my.sessions')} help={t('my.sessionsHelp')}>
      {error && <ProblemNote error={error} />}
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t('my.sessions')}>
        <table className="w-full border-collapse">
          <thead className="border-b border-solid-gray-536 text-left text-13">
            <tr>
              {([t('my.device'), t('my.signedInAt'), t('my.lastUse'), t('my.endsAt')] as const).map((label) => (
                <th key={label} scope="col" className="py-1 pr-4">
                  {label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                disabled={busy}
                onEnd={() => end.mutate(session.id, { onSuccess: () => announce(t('my.ended')) })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {alone ? (
        <p className="mt-3 text-13 text-quiet">{t('my.noOthers')}</p>
      ) : (
        <Button
          look="danger"
          className="mt-3"
          disabled={busy}
          onClick={() =>
            endOthers.mutate(undefined, { onSuccess: ({ ended }) => announce(t('my.endedOthers', { n: ended })) })
          }
        >
          {t('my.endOthers')}
        </Button>
      )}
    </Card>
  );
}

function SessionRow({ session, disabled, onEnd }: { session: MySession; disabled: boolean; onEnd: () => void }) {
  const t = useT();
  const { moment } = useMomentWords();
  const device = `${t(`my.browser.${session.browser}`)}, ${t(`my.system.${session.system}`)}`;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-4 text-left font-normal">
        {device} {session.current && <Chip>{t('my.here')}</Chip>}
      </th>
      <td className="py-2 pr-4 whitespace-nowrap">{moment(session.createdAt)}</td>
      <td className="py-2 pr-4 whitespace-nowrap">{moment(session.seenAt)}</td>
      <td className="py-2 pr-4 whitespace-nowrap">{moment(session.endsAt)}</td>
      <td className="py-2 text-right">
        {!session.current && (
          <Button look="quiet" disabled={disabled} aria-label={t('my.endOf', { device })} onClick={onEnd}>
            {t('my.end')}
          </Button>
        )}
      </td>
    </tr>
  );
}
