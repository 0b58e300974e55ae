import { useState } from 'react';
import { type LockingWitness, useDisposalLock } from '../../shared/api/disposal-lock';
import { useT } from '../../shared/i18n/translate';
import { Button } from '../../shared/ui/button';
import { later } from '../../shared/ui/later';

const ReleaseDialog = later(() => import('./release-dialog'));

function WitnessLine({ witness: { name, kind, more } }: { witness: LockingWitness }) {
  const t = useT();
  if (kind === 'silent') return <li>{t('lock.silent', { name })}</li>;
  return <li>{more ? t('lock.more', { name, n: more }) : t('lock.others', { name })}</li>;
}

/** 廃棄の停止 (DISP-19): said above whatever would destroy something; the records office releases it. */
export function LockNote() {
  const t = useT();
  const { data: lock } = useDisposalLock();
  const [releasing, setReleasing] = useState(false);
  if (!lock?.locked) return null;
  return (
    <section role="alert" className="flex flex-col gap-2 border-l-4 border-vermilion bg-red-50 px-3 py-2">
      <p className="font-bold">{t('lock.title')}</p>
      <p>{t('lock.text')}</p>
      {lock.witnesses.length > 0 && (
        <ul className="list-disc pl-6 text-13">
          {lock.witnesses.map((witness) => (
            <WitnessLine key={witness.name} witness={witness} />
          ))}
        </ul>
      )}
      {lock.allowed.includes('release') && (
        <p>
          <Button onClick={() => setReleasing(true)}>{t('lock.release')}</Button>
        </p>
      )}
      {releasing && <ReleaseDialog onClose={() => setReleasing(false)} />}
    </section>
  );
}
