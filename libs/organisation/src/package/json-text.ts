import { textFault } from '@fubako/kernel';
import type { Faults, Place, Words } from './fault';
import type { PackageFiles } from './package-files';

const DEEPEST = 32;
const BLANK = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** A JSON file whose every value knows where it stands. */
export interface JsonText {
  readonly value: unknown;
  /** Where the value of a JSON pointer (`/settings/postReview`) stands; a missing one is looked for at its parent. */
  placeOf(pointer: string): Place;
}

/** Null when the file is missing or no JSON, which becomes a fault. Keys that appear twice and unfit text are faults too. */
export function readJson(file: string, files: PackageFiles, faults: Faults): JsonText | null {
  const text = files.text(file, faults);
  if (text === null) return null;
  const at = (offset: number, field: string): Place => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, field };
  };
  const reader = new JsonReader(text);
  try {
    const value = reader.whole();
    for (const { offset, pointer, code, words } of reader.faults) faults.add(at(offset, pointer), code, words);
    return { value, placeOf: (pointer) => at(reader.offsetOf(pointer), pointer) };
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    faults.add(at(error.offset, ''), 'package.broken-json', {
      ja: `JSON として読めません(${error.words.ja})。括弧「{}」「[]」、引用符「"」、区切りの「,」を確かめてください。`,
      en: `This is not JSON (${error.words.en}). Check brackets, quotation marks and commas.`,
    });
    return null;
  }
}

class BrokenJson extends Error {
  constructor(
    readonly offset: number,
    readonly words: Words,
  ) {
    super(words.ja);
  }
}

/** JSON.parse tells neither where a value stands nor that a key came twice; a municipality's settings need both. */
class JsonReader {
  readonly faults: { offset: number; pointer: string; code: string; words: Words }[] = [];
  private readonly offsets = new Map<string, number>();
  private offset = 0;

  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value('', 0);
    if (this.offset < this.text.length)
      throw new BrokenJson(this.offset, {
        ja: '終わりのあとに文字が続いています',
        en: 'characters follow the end',
      });
    return value;
  }

  offsetOf(pointer: string): number {
    const known = this.offsets.get(pointer);
    return known ?? (pointer === '' ? 0 : this.offsetOf(pointer.slice(0, pointer.lastIndexOf('/'))));
  }

  private value(pointer: string, depth: number): unknown {
    if (depth > DEEPEST)
      throw new BrokenJson(this.offset, {
        ja: `${DEEPEST}段より深い入れ子です`,
        en: `nested deeper than ${DEEPEST}`,
      });
    this.take(BLANK);
    this.offsets.set(pointer, this.offset);
    const value = this.bare(pointer, depth);
    this.take(BLANK);
    return value;
  }

  private bare(pointer: string, depth: number): unknown {
    if (this.skip('{')) return this.members(pointer, depth);
    if (this.skip('[')) return this.items(pointer, depth);
    if (this.text[this.offset] === '"') return this.string(pointer);
    const word = WORDS.find(([name]) => this.skip(name));
    if (word) return word[1];
    const number = this.take(NUMBER);
    if (number === '') throw new BrokenJson(this.offset, { ja: '値がありません', en: 'a value is missing' });
    return Number(number);
  }

  private members(pointer: string, depth: number): Record<string, unknown> {
    const members = new Map<string, unknown>();
    this.take(BLANK);
    if (this.skip('}')) return {};
    do {
      this.take(BLANK);
      const offset = this.offset;
      const name = this.string(pointer);
      this.expect(':');
      const child = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (members.has(name))
        this.faults.push({
          offset,
          pointer: child,
          code: 'package.duplicate-key',
          words: {
            ja: `「${name}」が二度書かれています。一つにしてください。`,
            en: `“${name}” is there twice. Keep one.`,
          },
        });
      members.set(name, this.value(child, depth + 1));
    } while (this.skip(','));
    this.expect('}');
    return Object.fromEntries(members);
  }

  private items(pointer: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.take(BLANK);
    if (this.skip(']')) return items;
    do items.push(this.value(`${pointer}/${items.length}`, depth + 1));
    while (this.skip(','));
    this.expect(']');
    return items;
  }

  private string(pointer: string): string {
    const offset = this.offset;
    const token = this.take(STRING);
    if (token === '')
      throw new BrokenJson(offset, {
        ja: '「"」で囲んだ文字列がありません',
        en: 'a text in quotation marks is missing',
      });
    const text = JSON.parse(token) as string;
    if (textFault(text, true))
      this.faults.push({
        offset,
        pointer,
        code: 'package.text-fault',
        words: {
          ja: '使えない文字(制御文字や壊れた文字)を含みます。打ち直してください。',
          en: 'It holds characters that cannot be used (control characters or broken ones). Type it again.',
        },
      });
    return text;
  }

  private expect(character: string): void {
    this.take(BLANK);
    if (!this.skip(character))
      throw new BrokenJson(this.offset, {
        ja: `「${character}」がありません`,
        en: `“${character}” is missing`,
      });
  }

  private skip(word: string): boolean {
    if (!this.text.startsWith(word, this.offset)) return false;
    this.offset += word.length;
    return true;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const token = pattern.exec(this.text)?.[0] ?? '';
    this.offset += token.length;
    return token;
  }
}
