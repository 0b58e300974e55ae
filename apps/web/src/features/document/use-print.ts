import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useShortcuts } from '../../shared/keys/shortcuts';

/**
 * The view for paper is there only while one prints: by the act and Ctrl+P it is awaited, and the menu of the browser
 * gets it as far as its words are loaded.
 */
export function usePrint() {
  const [printing, setPrinting] = useState(false);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => {
      setPrinting(false);
      setAsked(false);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const print = () => {
    setPrinting(true);
    setAsked(true);
  };
  useShortcuts([{ keys: ['Ctrl+p'], label: 'key.print', run: print }]);
  const onReady = useCallback(() => {
    if (asked) window.print();
  }, [asked]);
  return { printing, print, onReady };
}
