import { use, useEffect, useRef, type RefObject } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/** What a reader scrolls with; the browser, which brings an input into view, needs none of it. */
const readerScrolls = ['wheel', 'touchmove', 'pointerdown'] as const;
/** A list that came back so often without a touch of its input is not brought into view any more. */
const mostTimes = 10;

/**
 * The list of a combo box stays open when focus or typing scrolls its input into view: React Aria closes it on every
 * scrolling, so it opens again where the input stands now. Scrolled away by the reader, it stays closed.
 * @returns to be called when the input is touched
 */
export function useKeptOpen(frame: RefObject<HTMLElement | null>): () => void {
  const state = use(ComboBoxStateContext);
  const opensAgain = useRef(false);
  const times = useRef(0);
  const isOpen = state?.isOpen === true;
  useEffect(() => {
    if (!isOpen) {
      if (opensAgain.current && state?.isFocused && (times.current += 1) <= mostTimes) state.open(null, 'manual');
      opensAgain.current = false;
      return;
    }
    let byReader = false;
    const isAbout = ({ target }: Event) => target instanceof Node && target.contains(frame.current);
    const isWithin = ({ target }: Event) => target instanceof Node && frame.current?.contains(target);
    const onReader = (event: Event) => {
      if (!isWithin(event)) byReader = true;
    };
    const onScroll = (event: Event) => {
      if (isAbout(event)) opensAgain.current = !byReader;
    };
    window.addEventListener('scroll', onScroll, true);
    for (const name of readerScrolls) window.addEventListener(name, onReader, { capture: true, passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll, true);
      for (const name of readerScrolls) window.removeEventListener(name, onReader, true);
    };
  }, [isOpen, frame]);
  return () => {
    times.current = 0;
  };
}
