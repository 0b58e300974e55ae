/** Names that a parser or a copying library may take for the machinery of the language. */
const MACHINERY = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * `reviver` for request bodies: numbers that no double holds become infinite and have no JSON form, so they can neither be
 * hashed nor kept; names of machinery would be dropped silently on the way. @throws SyntaxError → `request.malformed`
 */
export function onlyPlainJson(key: string, value: unknown): unknown {
  if (MACHINERY.has(key)) throw new SyntaxError(`${key} is no name for a property.`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new SyntaxError('A number is out of range.');
  return value;
}
