import { useState } from 'react';
import type { Pick } from './pick-box';

/** What is typed and what is chosen in a box that keeps both itself; other text than that of the choice undoes it. */
export function usePicking<P extends Pick>(onChange: (chosen: P | null) => void) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<P | null>(null);
  const settle = (item: P | null) => {
    setChosen(item);
    onChange(item);
  };
  return {
    /** What to search for. */
    wanted: chosen ? '' : typed,
    box: {
      typed,
      chosen: chosen?.id ?? null,
      onType: (text: string) => {
        setTyped(text);
        if (chosen && text !== chosen.words) settle(null);
      },
      onChoose: (item: P) => {
        setTyped(item.words);
        settle(item);
      },
    },
  };
}
