import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../i18n/en';
import { ja } from '../i18n/ja';
import { type Block, blocksOf, inlinesOf } from './blocks';
import { manualPages, pageNamed, pageOf } from './pages';

const sources = path.resolve(__dirname, '../..');
const manual = path.resolve(sources, '../../../docs/manual');
const read = (language: string, page: string) => readFileSync(path.join(manual, language, `${page}.md`), 'utf8');
const pages = manualPages.map(({ page }) => page);
const shape = (block: Block) =>
  block.kind === 'heading' ? `h${block.level}` : block.kind === 'list' ? `list ${block.ordered}` : block.kind;
const wordsOf = (block: Block): readonly string[] =>
  block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows.flat() : [block.text];

test.each(['ja', 'en'])('the manual (%s) has its pages and no other, each with one title', (language) => {
  const files = readdirSync(path.join(manual, language)).map((file) => file.replace('.md', ''));
  expect(files.sort()).toEqual([...pages].sort());
  for (const page of pages) {
    const levels = blocksOf(read(language, page)).map((block) => (block.kind === 'heading' ? block.level : 9));
    expect([page, levels.filter((level) => level === 1)]).toEqual([page, [1]]);
  }
});

test.each(pages)('page %s has the same chapters in both languages, and its ways lead to pages', (page) => {
  const [japanese, english] = [blocksOf(read('ja', page)), blocksOf(read('en', page))];
  const chapters = (blocks: Block[]) => blocks.map(shape).filter((kind) => kind.startsWith('h'));
  expect(chapters(english)).toEqual(chapters(japanese));
  for (const piece of [...japanese, ...english].flatMap(wordsOf).flatMap(inlinesOf))
    if (piece.kind === 'link') expect(pageNamed(piece.to.replace('.md', ''))).toBe(piece.to.replace('.md', ''));
  expect(en).toHaveProperty([`help.page.${page}`]);
});

test('every screen has a page of the manual', () => {
  const routes = ['app/router.tsx', 'app/records-routes.tsx'].map((file) =>
    readFileSync(path.join(sources, file), 'utf8'),
  );
  const paths = routes.flatMap((text) => [...text.matchAll(/path: '([^']+)'/g)].map(([, at]) => at ?? ''));
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((at) => pageOf(at) === 'start')).toEqual(['/sign-in', '/']);
});

test.each([
  ['ja', ja],
  ['en', en],
])('what stands in bold (%s) is called so on the screens', (language, messages) => {
  const said = Object.values(messages);
  const bold = pages
    .flatMap((page) => blocksOf(read(language, page)).flatMap(wordsOf).flatMap(inlinesOf))
    .flatMap((piece) => (piece.kind === 'strong' ? [piece.text] : []));
  expect(bold.filter((words) => !said.some((message) => message.includes(words)))).toEqual([]);
  expect(bold.length).toBeGreaterThan(10);
});

test.each(['ja', 'en'])('RULE-104 every rule that a route gives as a reason is explained (%s)', (language) => {
  const reasons = path.resolve(sources, '../../../libs/approvals/src/core/reason-words.ts');
  const given = [...readFileSync(reasons, 'utf8').matchAll(/rule: '(RULE-\d+)'/g)].map(([, rule]) => rule ?? '');
  const explained = blocksOf(read(language, 'routes'))
    .flatMap(wordsOf)
    .flatMap(inlinesOf)
    .flatMap((piece) => (piece.kind === 'key' ? [piece.text] : []));
  expect(given.length).toBeGreaterThan(10);
  expect(explained.sort()).toEqual([...new Set(given)].sort());
});

test('blocks and words of a line are told apart', () => {
  const text =
    '# Title\n\nOne line\ngoes on.\n\n- a\n  and more\n- b\n\n1. first\n\n| k | what |\n| --- | --- |\n| `A` | act |\n';
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Title' },
    { kind: 'paragraph', text: 'One line goes on.' },
    { kind: 'list', ordered: false, items: ['a and more', 'b'] },
    { kind: 'list', ordered: true, items: ['first'] },
    { kind: 'table', head: ['k', 'what'], rows: [['`A`', 'act']] },
  ]);
  expect(inlinesOf('press `A`, **now**, see [this](my.md).')).toEqual([
    { kind: 'text', text: 'press ' },
    { kind: 'key', text: 'A' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'now' },
    { kind: 'text', text: ', see ' },
    { kind: 'link', text: 'this', to: 'my.md' },
    { kind: 'text', text: '.' },
  ]);
});
