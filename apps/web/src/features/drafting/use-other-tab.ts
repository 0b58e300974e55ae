import { useEffect, useState } from 'react';

/** Whether the same draft stands open in another tab of this browser. */
export function useOtherTab(documentId: string | null): boolean {
  const [others, setOthers] = useState(false);
  useEffect(() => {
    if (documentId === null || typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(`fubako-draft-${documentId}`);
    channel.onmessage = ({ data }) => {
      if (data === 'closed') return setOthers(false);
      setOthers(true);
      if (data === 'opened') channel.postMessage('open-too');
    };
    channel.postMessage('opened');
    const say = () => channel.postMessage('closed');
    window.addEventListener('pagehide', say);
    return () => {
      window.removeEventListener('pagehide', say);
      say();
      channel.close();
      setOthers(false);
    };
  }, [documentId]);
  return others;
}
