import { lengthOf, textFault, type TextFault } from '@fubako/kernel';

/** Most characters of a file name as a person counts them, and most bytes a file system takes. */
const MAX_LENGTH = 200;
const MAX_BYTES = 255;

const SEPARATORS = /[/\\]/;
/** Names of devices on the computers the file will be opened on: nothing of such a name can be saved there. */
const DEVICES = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])(?:\.|$)/i;

export type FileNameFault =
  TextFault | 'missing' | 'undecodable' | 'path-separator' | 'dots-only' | 'reserved' | 'too-long';

export type ReadFileName = { readonly name: string } | { readonly fault: FileNameFault };

/**
 * The file name a person gave, kept letter by letter: neither normalised nor trimmed (SCN-2). It never becomes a path.
 * @param header value of `X-File-Name`, percent-encoded UTF-8
 */
export function readFileName(header: string | undefined): ReadFileName {
  if (!header) return { fault: 'missing' };
  const name = decoded(header);
  if (name === null) return { fault: 'undecodable' };
  const fault = faultOfFileName(name);
  return fault ? { fault } : { name };
}

export function faultOfFileName(name: string): FileNameFault | null {
  if (name.trim() === '') return 'missing';
  const fault = textFault(name, false);
  if (fault) return fault;
  if (SEPARATORS.test(name)) return 'path-separator';
  if (/^\.+$/.test(name)) return 'dots-only';
  if (DEVICES.test(name)) return 'reserved';
  return lengthOf(name) > MAX_LENGTH || Buffer.byteLength(name) > MAX_BYTES ? 'too-long' : null;
}

/** Lower-case letters after the last dot; empty when there are none or nothing stands before the dot. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : '';
}

function decoded(header: string): string | null {
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}
