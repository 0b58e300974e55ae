import { NetworkError, problemOf } from '../api/problem';
import { currentLocale } from '../i18n/locale';

interface RawBody {
  readonly body: Blob;
  readonly headers: Readonly<Record<string, string>>;
  /** Told the bytes that have left. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One request with raw bytes; XMLHttpRequest because fetch tells nothing of the bytes sent. */
export function sendRaw(
  method: 'POST' | 'PUT',
  path: string,
  { body, headers, onSent, signal }: RawBody,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(method, path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentLocale());
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded);
    request.onerror = () => reject(new NetworkError());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(problemOf(answer, request.status));
    };
    request.onloadend = () => signal.removeEventListener('abort', abort);
    if (signal.aborted) return reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', abort, { once: true });
    request.send(body);
  });
}
