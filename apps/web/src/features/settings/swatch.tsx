/** A colour beside its number; nothing for what is none. */
export function Swatch({ colour }: { colour: string }) {
  if (!/^#[0-9a-fA-F]{6}$/.test(colour)) return null;
  return (
    <svg aria-hidden="true" viewBox="0 0 64 20" className="h-5 w-16 rounded-4">
      <rect width="64" height="20" fill={colour} />
    </svg>
  );
}
