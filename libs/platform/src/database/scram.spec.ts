import { createHash, createHmac } from 'node:crypto';
import { scramVerifier } from './scram';

/** The exchange of RFC 7677, section 3. */
const SALT = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
const AUTH_MESSAGE = [
  'n=user,r=rOprNGfwEbeRWgbNEkqO',
  'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
].join(',');
const PROOF = 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=';
const SERVER_SIGNATURE = '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

const hmac = (key: Buffer) => createHmac('sha256', key).update(AUTH_MESSAGE).digest();

describe('the verifier of a password', () => {
  it('lets in the client of RFC 7677, and is what that client expects of its server', () => {
    const [scheme, parameters, keys] = scramVerifier('pencil', SALT).split('$');
    const [storedKey, serverKey] = (keys ?? '').split(':').map((key) => Buffer.from(key, 'base64')) as [Buffer, Buffer];
    expect([scheme, parameters]).toEqual(['SCRAM-SHA-256', '4096:W22ZaJ0SNY7soEsUEjb6gQ==']);
    expect(hmac(serverKey).toString('base64')).toBe(SERVER_SIGNATURE);
    const signature = hmac(storedKey);
    const clientKey = Buffer.from(PROOF, 'base64').map((byte, at) => byte ^ (signature[at] ?? 0));
    expect(createHash('sha256').update(clientKey).digest()).toEqual(storedKey);
  });

  it('has another salt each time, and nothing of the password', () => {
    expect(scramVerifier('pencil')).not.toBe(scramVerifier('pencil'));
    expect(scramVerifier('pencil')).not.toContain('pencil');
  });
});
