import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rawPdf } from './raw-pdf';

const HOLE = 8192;
const RANGE = '[0 0000000000 0000000000 0000000000]';

/** A PDF signed as offices sign them (PKCS #7, detached), by a key made for it. */
export function signedPdf(): Buffer {
  const field = `<</Type/Annot/Subtype/Widget/FT/Sig/T(Sig1)/Rect[0 0 0 0]/V 6 0 R/P 3 0 R>>`;
  const value = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/M(D:20261129000000Z)/ByteRange ${RANGE}/Contents <${'0'.repeat(HOLE)}>>>`;
  const bytes = rawPdf({
    catalog: '/AcroForm<</SigFlags 3/Fields[5 0 R]>>',
    page: '/Annots[5 0 R]',
    objects: [field, value],
  });
  const from = bytes.indexOf(`<${'0'.repeat(64)}`);
  const to = from + HOLE + 2;
  const number = (value: number): string => String(value).padStart(10, '0');
  bytes.write(`[0 ${number(from)} ${number(to)} ${number(bytes.length - to)}]`, bytes.indexOf(RANGE), 'latin1');
  const signature = sign(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
  bytes.write(signature.toString('hex'), from + 1, 'latin1');
  return bytes;
}

function sign(content: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'fubako-sign-'));
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  try {
    openssl(...'req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=Hamami'.split(' '));
    writeFileSync(join(folder, 'content'), content);
    openssl(...'cms -sign -binary -in content -signer cert.pem -inkey key.pem -outform DER -out signature'.split(' '));
    return readFileSync(join(folder, 'signature'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
