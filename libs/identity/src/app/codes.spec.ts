import fc from 'fast-check';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes';
import { base32, stepAt, stepOf, totpCode, totpUri } from './totp-codes';

describe('codes of an authenticator app', () => {
  const secret = Buffer.from('12345678901234567890');

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('ID-12 at %d seconds the code is %s (RFC 6238, appendix B)', (seconds, code) => {
    expect(totpCode(secret, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('ID-12 the step before and the one after are taken too, others are not, and none twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2 ** 31 }), fc.integer({ min: -3, max: 3 }), (step, off) => {
        const now = new Date(step * 30_000 + 12_345);
        const code = totpCode(secret, step + off);
        const found = stepOf(code, { secret, lastStep: 0 }, now);
        if (Math.abs(off) <= 1) {
          expect(totpCode(secret, found ?? -1)).toBe(code);
          expect(stepOf(code, { secret, lastStep: found ?? 0 }, now)).not.toBe(found);
        } else if (found !== null) expect(totpCode(secret, found)).toBe(code);
      }),
    );
  });

  it('the picture says who and where, in letters that every app reads', () => {
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const uri = new URL(totpUri(secret, { issuer: '浜見町 文箱', account: 'hara' }));
    expect(decodeURIComponent(uri.pathname)).toBe('/浜見町 文箱:hara');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      issuer: '浜見町 文箱',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('recovery codes', () => {
  it('ID-13 are ten, different, and read the same however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect(recoveryDigest(code.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryDigest(code));
    expect(recoveryDigest(codes[1] ?? '')).not.toEqual(recoveryDigest(code));
  });
});
