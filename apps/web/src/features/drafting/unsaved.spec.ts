import { dropUnsaved, forgetUnsaved, keepUnsaved, readUnsaved, type Unsaved } from './unsaved';

function storeOf(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

const mine = { staffNo: '1042', draft: 'new:contract:' };
const typed = { version: 0, at: '2026-06-10T01:00:00Z', values: { fields: { subject: '書きかけ' }, attributes: {} } };

test('what was typed is there again for whoever typed it, and for nobody else', () => {
  const store = storeOf();
  keepUnsaved(store, mine, typed as unknown as Unsaved);
  expect(readUnsaved(store, mine)).toEqual(typed);
  expect(readUnsaved(store, { ...mine, staffNo: '1043' })).toBeNull();
  dropUnsaved(store, mine);
  expect(readUnsaved(store, mine)).toBeNull();
});

test('signing out leaves nothing of it, and everything else', () => {
  const store = storeOf();
  store.setItem('fubako.locale', 'ja');
  keepUnsaved(store, mine, typed as unknown as Unsaved);
  keepUnsaved(store, { ...mine, draft: 'another' }, typed as unknown as Unsaved);
  forgetUnsaved(store);
  expect([store.length, store.getItem('fubako.locale')]).toEqual([1, 'ja']);
});

test('a store that is full or unreadable stops nobody', () => {
  const broken = { ...storeOf(), setItem: () => fail(), getItem: () => '{' };
  expect(() => keepUnsaved(broken, mine, typed as unknown as Unsaved)).not.toThrow();
  expect(readUnsaved(broken, mine)).toBeNull();
});

function fail(): never {
  throw new Error('QuotaExceededError');
}
