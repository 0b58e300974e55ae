import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from './en';
import { formatMessage } from './format-message';
import { ja } from './ja';
import { plainWords } from './plain';

const sources = path.resolve(__dirname, '../..');
const tsx = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

test('both languages have the same keys, none empty', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  expect(Object.entries({ ...ja, ...en }).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('やさしい日本語 says only what Japanese says, differently, with the same values', () => {
  const entries = Object.entries(plainWords) as [keyof typeof plainWords, string][];
  expect(entries.filter(([key]) => !Object.hasOwn(ja, key))).toEqual([]);
  expect(entries.filter(([key, text]) => text.trim() === '' || text === ja[key])).toEqual([]);
  expect(entries.filter(([key, text]) => String(placeholders(text)) !== String(placeholders(ja[key])))).toEqual([]);
  expect(entries.length).toBeGreaterThan(150);
});

test.each(Object.keys(ja) as (keyof typeof ja)[])('%s has the same placeholders in both', (key) => {
  expect(placeholders(en[key])).toEqual(placeholders(ja[key]));
});

test('no Japanese stands in a component outside the dictionary', () => {
  const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f]/u;
  const found = tsx.flatMap((file) => {
    const lines = readFileSync(path.join(sources, file), 'utf8').split('\n');
    const code = lines.map((line) => line.replace(/\/\*\*?.*?\*\/|^\s*\*.*$|^\s*\/\*\*.*$|\/\/.*$/u, ''));
    return code.flatMap((line, at) => (japanese.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : []));
  });
  expect(tsx.length).toBeGreaterThan(40);
  expect(found).toEqual([]);
});

test('a message takes its values, counts in English, and shows what is missing', () => {
  expect(formatMessage('{n}件を決裁', { n: 1234 })).toBe('1,234件を決裁');
  expect(formatMessage('{n} {n?page:pages}', { n: 1 })).toBe('1 page');
  expect(formatMessage('{n} {n?page:pages}', { n: 2 })).toBe('2 pages');
  expect(formatMessage('{name}', {})).toBe('{name}');
});
