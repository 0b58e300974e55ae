type Room = 'foot' | 'notice' | 'tour';

/** Who takes the room now: a bar that is drawn anew keeps it, also when its document is read first; the page is styled once. */
const takers = new Map<Room, HTMLElement>();
const keptFor = 400;

/** What is said anew is worked out anew for everything on the screen, even when it is the same. */
function say(property: string, size: number): void {
  const { style } = document.documentElement;
  if (style.getPropertyValue(property) !== `${size}px`) style.setProperty(property, `${size}px`);
}

function free(name: Room): void {
  const { style, dataset } = document.documentElement;
  for (const side of ['', '-left', '-right']) style.removeProperty(`--${name}${side}`);
  delete dataset[name];
}

/**
 * Tells the styles how much room something at the foot of the window takes (`--foot`, with its distances from the edges, and
 * `data-foot`), so that others keep clear of it. @returns a ref
 */
export const roomOf = (name: Room) => (element: HTMLElement | null) => {
  if (!element) return;
  takers.set(name, element);
  const observer = new ResizeObserver(() => {
    const { left, right, height } = element.getBoundingClientRect();
    if (height === 0) return free(name);
    const { dataset } = document.documentElement;
    if (!(name in dataset)) dataset[name] = '';
    say(`--${name}`, height);
    say(`--${name}-left`, left);
    say(`--${name}-right`, window.innerWidth - right);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    setTimeout(() => takers.get(name) === element && free(name), keptFor);
  };
};

/** Of the bar with the acts of a screen. */
export const footRoom = roomOf('foot');
