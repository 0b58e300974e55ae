import fc from 'fast-check';
import { Faults } from './fault';
import { readJson } from './json-text';
import { PackageFiles } from './package-files';

function read(text: string) {
  const faults = new Faults();
  const json = readJson(
    'municipality.json',
    new PackageFiles(new Map([['municipality.json', Buffer.from(text)]])),
    faults,
  );
  return { json, faults: faults.all() };
}

const fault = (text: string) =>
  read(text).faults.map(({ line, column, field, code }) => ({ line, column, field, code }));

describe('JSON with places', () => {
  it('PKG-3 reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, null, indent);
        const { json, faults } = read(written);
        if (faults.some(({ code }) => code !== 'package.text-fault')) throw new Error(JSON.stringify(faults));
        expect(JSON.stringify(json?.value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('PKG-3 refuses whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0-1.eE+tfnul \\\n') }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(read(text).json !== null).toBe(valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('PKG-3 knows the line and character of every value', () => {
    const { json } = read('{\n  "settings": {\n    "pullUp": true\n  }\n}');
    expect(json?.placeOf('/settings/pullUp')).toEqual({
      file: 'municipality.json',
      line: 3,
      column: 15,
      field: '/settings/pullUp',
    });
    expect(json?.placeOf('/settings/missing')).toMatchObject({ line: 2, column: 15 });
  });

  it('PKG-3 points at the character where JSON breaks off', () => {
    expect(fault('{\n  "a": 1,\n}')).toEqual([{ line: 3, column: 1, field: '', code: 'package.broken-json' }]);
    expect(fault('{"a": tru}')).toEqual([{ line: 1, column: 7, field: '', code: 'package.broken-json' }]);
  });

  it('PKG-3 a key that comes twice is a fault, where JSON.parse silently takes the last', () => {
    expect(fault('{"a": 1, "a": 2}')).toEqual([{ line: 1, column: 10, field: '/a', code: 'package.duplicate-key' }]);
  });

  it('PKG-4 a lone surrogate hidden in an escape is a fault', () => {
    expect(fault('{"a": "\\ud800"}')).toEqual([{ line: 1, column: 7, field: '/a', code: 'package.text-fault' }]);
  });

  it('PKG-3 endless nesting is refused', () => {
    expect(fault('['.repeat(5000))).toMatchObject([{ code: 'package.broken-json' }]);
  });
});
