import type { Setting } from '../../shared/api/settings';
import { typedOf, valueOf } from './setting-draft';

const setting = (shape: Partial<Setting['shape']>): Setting =>
  ({
    shape: { kind: 'text', options: [], least: null, most: null, longest: null, mayBeEmpty: false, ...shape },
  }) as unknown as Setting;

test('what is typed is what was shown', () => {
  const texts = setting({ kind: 'texts' });
  expect(valueOf(texts, typedOf(texts, ['一', '二']))).toEqual({ ok: true, value: ['一', '二'] });
  const limit = setting({ kind: 'number', mayBeEmpty: true });
  expect(valueOf(limit, typedOf(limit, null))).toEqual({ ok: true, value: null });
  expect(valueOf(limit, typedOf(limit, 10_000_000))).toEqual({ ok: true, value: 10_000_000 });
});

test('numbers are read full width and with commas; what is none is not sent', () => {
  const days = setting({ kind: 'number' });
  expect(valueOf(days, '１,０００')).toEqual({ ok: true, value: 1000 });
  expect(valueOf(days, '三日')).toEqual({ ok: false });
  expect(valueOf(days, '')).toEqual({ ok: false });
});

test('ticks come in the order of the options, lines without blanks', () => {
  const marks = setting({ kind: 'choices', options: ['a', 'b', 'c'] });
  expect(valueOf(marks, ['c', 'a'])).toEqual({ ok: true, value: ['a', 'c'] });
  expect(valueOf(setting({ kind: 'texts' }), ' 一 \n\n二')).toEqual({ ok: true, value: ['一', '二'] });
});
