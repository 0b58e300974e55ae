/** The nearest box around `element` that scrolls down. */
function scrollerOf(element: Element): Element {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const { overflowY } = getComputedStyle(box);
    if (/auto|scroll/u.test(overflowY) && box.scrollHeight > box.clientHeight) return box;
  }
  return document.documentElement;
}

/**
 * Brings `element` to the top of the box that scrolls it, or into its middle. Unlike `scrollIntoView` nothing around that box
 * moves: not the header of the screen either.
 * @param covered CSS pixels at the top of the box that something lies over
 */
export function bringIntoView(element: Element, place: 'top' | 'middle', covered = 0): void {
  const box = scrollerOf(element);
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  const room = box.clientHeight - covered - inner.height;
  box.scrollTop += inner.top - Math.max(0, outer.top) - covered - (place === 'middle' ? Math.max(0, room / 2) : 0);
}

/** Shifts the box that holds wide pages sideways as far as it must to show `element`. */
export function bringSideways(element: Element, box: Element | null): void {
  if (!box || box.scrollWidth <= box.clientWidth) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.left < outer.left || inner.right > outer.right)
    box.scrollLeft += inner.left - outer.left - Math.max(0, (box.clientWidth - inner.width) / 2);
}
