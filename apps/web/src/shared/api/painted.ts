/** A window behind others draws nothing for a long time. */
const longest = 100;

/** Settles when what has been changed stands on the screen: hands come first, what nobody sees comes after. */
export const painted = (): Promise<void> =>
  new Promise((settle) => {
    requestAnimationFrame(() => setTimeout(settle));
    setTimeout(settle, longest);
  });
