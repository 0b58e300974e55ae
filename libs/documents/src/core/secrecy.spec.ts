import { localDate } from '@fubako/kernel';
import { isSecretOn } from './secrecy';

describe('Secrecy', () => {
  const day = localDate('2026-05-11');

  it('DOC-5 lasts to the end of its last day, for good without one, and never where nothing is confidential', () => {
    const secret = (confidentialUntil: string | null) =>
      isSecretOn({ confidentiality: 'secret', confidentialUntil }, day);
    expect([secret(null), secret('2026-05-12'), secret('2026-05-11'), secret('2026-05-10')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isSecretOn({ confidentiality: 'none', confidentialUntil: null }, day)).toBe(false);
  });
});
