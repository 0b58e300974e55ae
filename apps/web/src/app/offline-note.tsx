import { useSyncExternalStore } from 'react';
import { useT } from '../shared/i18n/translate';

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Says that the network is away; what is shown stays readable. */
export function OfflineNote() {
  const t = useT();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <p role="status" className={online ? 'sr-only' : 'bg-yellow-100 px-4 py-2 font-bold'}>
      {online ? '' : t('shell.offline')}
    </p>
  );
}
