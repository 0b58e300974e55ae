import { use, useEffect, useRef, type RefObject } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/** How long after a touch of the input its scrolling is the browser's doing, which brings it into view, and not the reader's. */
const bringsIntoView = 300;

/**
 * The list of a combo box stays open when focus or typing scrolls its input into view: React Aria closes it on every
 * scrolling, so it opens again where the input stands now. Scrolled away by the reader, it stays closed.
 * @returns to be called when the input is touched
 */
export function useKeptOpen(frame: RefObject<HTMLElement | null>): () => void {
  const state = use(ComboBoxStateContext);
  const touched = useRef(-Infinity);
  const opensAgain = useRef(false);
  const isOpen = state?.isOpen === true;
  useEffect(() => {
    if (!isOpen) {
      if (opensAgain.current && state?.isFocused) state.open(null, 'manual');
      opensAgain.current = false;
      return;
    }
    const onScroll = ({ target }: Event) => {
      const isAbout = target instanceof Node && target.contains(frame.current);
      if (isAbout) opensAgain.current = performance.now() - touched.current < bringsIntoView;
    };
    window.addEventListener('scroll', onScroll, true);
    return () => window.removeEventListener('scroll', onScroll, true);
  }, [isOpen, frame]);
  return () => {
    touched.current = performance.now();
  };
}
