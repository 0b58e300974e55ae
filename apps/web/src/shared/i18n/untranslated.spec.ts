import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const sources = path.resolve(__dirname, '../..');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

/** Attributes that people read or hear. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'legend',
  'placeholder',
  'title',
]);
/** Names of keys and formats: the same in every language. */
const international = /^(Ctrl|Alt|Shift|K|N|F1|Z|Enter|PDF|CSV|ID|p|R8|SHA|nbsp)$/;
const words = (text: string) => text.split(/[^A-Za-z0-9]+/).filter((word) => /[A-Za-z]/.test(word));
const isHard = (text: string) => words(text).some((word) => !international.test(word));

/** Words that stand in the source instead of the dictionary, in any alphabet of ours. */
function hardWords(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, said: string) => {
    if (!isHard(said)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${said.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteral(node.expression) &&
      ts.isJsxElement(node.parent)
    )
      note(node, node.expression.text);
    if (
      ts.isJsxAttribute(node) &&
      spoken.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      note(node, node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no words stand in a component outside the dictionary, read or spoken', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => hardWords(file, readFileSync(path.join(sources, file), 'utf8')))).toEqual([]);
});

test('such words are found', () => {
  const text = `const A = () => <p title="Save all">Hello {'there'} <kbd>Ctrl K</kbd> <i className="text-quiet">…</i></p>;`;
  expect(hardWords('a.tsx', text)).toEqual(['a.tsx:1 Save all', 'a.tsx:1 Hello', 'a.tsx:1 there']);
});
