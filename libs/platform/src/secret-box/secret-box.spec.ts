import { randomBytes } from 'node:crypto';
import { SecretBox, SecretKeyMissing } from './secret-box';

const secret = Buffer.from('a secret of twenty b');
const [old, fresh] = [randomBytes(32), randomBytes(32)];

describe('sealed secrets', () => {
  it('open again for their owner alone, and never look the same', () => {
    const box = new SecretBox([old]);
    const [one, two] = [box.seal(secret, '1016'), box.seal(secret, '1016')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(secret)).toBe(false);
    expect(box.open(one, '1016')).toEqual(secret);
    expect(() => box.open(one, '1017')).toThrow();
  });

  it('do not open when any byte was changed or cut off', () => {
    const box = new SecretBox([old]);
    const sealed = box.seal(secret, '1016');
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed, '1016')).toThrow();
      expect(() => box.open(sealed.subarray(0, at), '1016')).toThrow();
    }
  });

  it('open after a change of keys while the former one is kept, and say so when it is not', () => {
    const sealed = new SecretBox([old]).seal(secret, '1016');
    expect(new SecretBox([fresh, old]).open(sealed, '1016')).toEqual(secret);
    expect(() => new SecretBox([fresh]).open(sealed, '1016')).toThrow(SecretKeyMissing);
    expect(() => new SecretBox([Buffer.from('short')])).toThrow('32 bytes');
  });
});
