import { generateKeyPairSync } from 'node:crypto';
import { openCheckpoint, readVerifierKey, signCheckpoint, verifierKeyOf, writeVerifierKey } from './checkpoint';

const { privateKey } = generateKeyPairSync('ed25519');
const origin = 'town.example/ledger';
const key = verifierKeyOf(origin, privateKey);
const checkpoint = { origin, size: 20_852_163, root: Buffer.alloc(32, 7) };
const note = signCheckpoint(checkpoint, privateKey);

describe('a checkpoint', () => {
  it('SEAL-3 says origin, size and root in three lines, and is opened by its key', () => {
    expect(note.split('\n').slice(0, 4)).toEqual([origin, '20852163', checkpoint.root.toString('base64'), '']);
    expect(openCheckpoint(note, key)).toEqual(checkpoint);
    expect(readVerifierKey(writeVerifierKey(key))).toEqual(key);
  });

  it.each([
    ['another size', note.replace('20852163', '20852164')],
    ['another origin', note.replaceAll(origin, 'other.example/ledger')],
    ['another root', note.replace(checkpoint.root.toString('base64'), Buffer.alloc(32, 8).toString('base64'))],
    ['no signature', note.slice(0, note.indexOf('—'))],
    ['a line more', note.replace('\n\n', '\nextra\n\n')],
    ['the signature of another', signCheckpoint(checkpoint, generateKeyPairSync('ed25519').privateKey)],
  ])('SEAL-3 is not opened with %s', (_what, forged) => {
    expect(openCheckpoint(forged, key)).toBeNull();
  });

  it('SEAL-3 a key that does not agree with its own hash is none', () => {
    expect(readVerifierKey(writeVerifierKey(key).replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBeNull();
  });
});
