import { hasDoor, isAdmitted } from '../shared/api/admission';

const pathOf = (address: string): string => {
  const { origin, pathname } = new URL(address, location.href);
  return origin === location.origin ? pathname : '';
};

let following: HTMLAnchorElement | null = null;

/** What opens in this screen, or is saved, which no key changes; a tab of its own says in words what it was refused for. */
const staysHere = (link: HTMLAnchorElement, { altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  link.hasAttribute('download') || !(altKey || ctrlKey || metaKey || shiftKey);

/** A link to a file is followed when its matter opens; until then the person stays where they are. */
function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link === following || !staysHere(link, event) || !hasDoor(pathOf(link.href))) return;
  event.preventDefault();
  const follow = () => {
    following = link;
    link.click();
    following = null;
  };
  isAdmitted(pathOf(link.href)).then((admitted) => admitted && follow(), follow);
}

const asked = new WeakMap<HTMLImageElement, string>();

/** A picture that was refused is asked for once more after its matter has opened. */
function onRefused({ target: picture }: Event): void {
  if (!(picture instanceof HTMLImageElement)) return;
  const { src } = picture;
  if (asked.get(picture) === src || !hasDoor(pathOf(src))) return;
  asked.set(picture, src);
  void isAdmitted(pathOf(src)).then((admitted) => {
    if (admitted && picture.src === src) picture.src = src;
  });
}

/** Before files the page asks for what they belong to, so that a proof can be asked for in the page (本人確認). */
export function watchFiles(): void {
  document.addEventListener('click', onClick);
  document.addEventListener('error', onRefused, { capture: true });
}
