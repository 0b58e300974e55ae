import { Link } from '@tanstack/react-router';
import { use, type ReactNode } from 'react';
import type { Locale } from '../i18n/locale';
import { useLanguage } from '../i18n/translate';
import { type Block, blocksOf, inlinesOf } from './blocks';
import { type ManualPage, pageNamed } from './pages';

/** Each page comes by itself, in one language. */
const texts = import.meta.glob<string>('../../../../../docs/manual/*/*.md', { query: '?raw', import: 'default' });
const loaded = new Map<string, Promise<string>>();

function textOf(page: ManualPage, locale: Locale): Promise<string> {
  const key = `../../../../../docs/manual/${locale}/${page}.md`;
  const text = loaded.get(key) ?? texts[key]?.() ?? Promise.reject(new Error(`The manual has no page ${page}.`));
  loaded.set(key, text);
  // What failed is asked for again the next time.
  text.catch(() => loaded.delete(key));
  return text;
}

function Words({ text }: { text: string }) {
  return inlinesOf(text).map((piece, at): ReactNode => {
    if (piece.kind === 'text') return piece.text;
    if (piece.kind === 'strong') return <b key={at}>{piece.text}</b>;
    if (piece.kind === 'key')
      return (
        <kbd key={at} className="rounded-4 border border-solid-gray-536 bg-solid-gray-50 px-1 text-13">
          {piece.text}
        </kbd>
      );
    return (
      <Link
        key={at}
        to="/manual"
        search={{ chapter: pageNamed(piece.to.replace('.md', '')) }}
        className="text-key-900 underline"
      >
        {piece.text}
      </Link>
    );
  });
}

function Heading({ level, text }: { level: number; text: string }) {
  const Tag = `h${Math.min(level, 6)}` as 'h2';
  return (
    <Tag className="mt-4 text-16 font-bold first:mt-0">
      <Words text={text} />
    </Tag>
  );
}

function Table({ head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <table className="my-2 w-full border-collapse">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col" className="border border-line bg-solid-gray-50 px-2 py-1 text-left">
              <Words text={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) => (
              <td key={at} className="border border-line px-2 py-1">
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Piece({ block, level }: { block: Block; level: number }) {
  if (block.kind === 'heading') return <Heading level={block.level - 1 + level} text={block.text} />;
  if (block.kind === 'table') return <Table {...block} />;
  if (block.kind === 'paragraph')
    return (
      <p className="my-2">
        <Words text={block.text} />
      </p>
    );
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Tag className={`my-2 flex flex-col gap-1 pl-6 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
      {block.items.map((item) => (
        <li key={item}>
          <Words text={item} />
        </li>
      ))}
    </Tag>
  );
}

/** A page of the manual; `level` is that of its title. */
export default function ManualText({ page, level }: { page: ManualPage; level: number }) {
  const { locale } = useLanguage();
  const blocks = blocksOf(use(textOf(page, locale)));
  return (
    <article className="max-w-prose">
      {blocks.map((block, at) => (
        <Piece key={at} block={block} level={level} />
      ))}
    </article>
  );
}
