import { canonicalBytes } from '@fubako/kernel';
import { type FieldClass, fieldClassOf } from './field-class';
import { columnsOf } from './field-kinds';
import { fieldOrder } from './form-text';
import type { FieldSchema, FormSchema } from './form-shape';

type Language = 'ja' | 'en';

/** One line of 新旧対照: what a definition said, and what it is to say. */
export interface DefinitionChange {
  /** Of a field or column; empty: the definition as a whole. */
  readonly name: string;
  readonly label: string;
  /** Null: it is new. */
  readonly before: string | null;
  /** Null: it is taken out. */
  readonly after: string | null;
}

const WORDS = {
  ja: {
    text: '文字',
    textarea: '長い文章',
    choice: '選択',
    integer: '整数',
    number: '数',
    yen: '金額(円)',
    date: '日付',
    fiscalYear: '年度',
    flag: 'はい・いいえ',
    list: '箇条書き',
    group: '項目のまとまり',
    person: '職員',
    unit: '所属',
    table: '表',
    required: '必須',
    optional: '任意',
    help: '説明',
    columns: '列',
    title: '様式の名前',
    order: '項目の順',
    english: '英語の見出し',
    party: '相手方',
    noParty: '相手方ではない',
    least: (n: number) => `${n.toLocaleString('ja-JP')}以上`,
    most: (n: number) => `${n.toLocaleString('ja-JP')}以下`,
    characters: (n: number) => `${n.toLocaleString('ja-JP')}文字まで`,
    rows: (n: number) => `${n.toLocaleString('ja-JP')}行まで`,
    other: 'ほかの設定',
  },
  en: {
    text: 'text',
    textarea: 'long text',
    choice: 'choice',
    integer: 'whole number',
    number: 'number',
    yen: 'amount in yen',
    date: 'date',
    fiscalYear: 'fiscal year',
    flag: 'yes or no',
    list: 'list',
    group: 'group of fields',
    person: 'person',
    unit: 'unit',
    table: 'table',
    required: 'required',
    optional: 'optional',
    help: 'help',
    columns: 'columns',
    title: 'Name of the form',
    order: 'Order of the fields',
    english: 'English label',
    party: 'other party',
    noParty: 'no other party',
    least: (n: number) => `${n.toLocaleString('en-US')} or more`,
    most: (n: number) => `${n.toLocaleString('en-US')} or less`,
    characters: (n: number) => `up to ${n.toLocaleString('en-US')} characters`,
    rows: (n: number) => `up to ${n.toLocaleString('en-US')} rows`,
    other: 'other settings',
  },
} as const;

export const fieldClassWords = (kind: FieldClass, language: Language): string => WORDS[language][kind];

/** FORM-3 What changes between two versions of a form, field by field in the order of the later one, taken out ones last. */
export function formDifference(before: FormSchema | null, after: FormSchema, language: Language): DefinitionChange[] {
  const words = WORDS[language];
  const old: FormSchema = before ?? { properties: {} };
  const names = [...fieldOrder(after), ...fieldOrder(old).filter((name) => after.properties[name] === undefined)];
  const fields = names.flatMap((name): DefinitionChange[] => {
    const [was, is] = [old.properties[name], after.properties[name]];
    if (was && is && same(was, is) && needs(old, name) === needs(after, name)) return [];
    const [said, says] = [lineOf(old, name, language), lineOf(after, name, language)];
    // What no word tells apart is told as what it is.
    const hidden = said !== null && said === says ? ` ${words.other}` : '';
    const label = is?.title ?? was?.title ?? name;
    return [{ name, label, before: said, after: says === null ? null : `${says}${hidden}` }];
  });
  return [...titleChange(before, after, words.title), ...fields, ...orderChange(old, after, words.order)];
}

function titleChange(before: FormSchema | null, after: FormSchema, label: string): DefinitionChange[] {
  const [was, is] = [before?.title ?? null, after.title ?? null];
  return was === is ? [] : [{ name: '', label, before: was, after: is }];
}

/** Fields that both have, in another order. */
function orderChange(before: FormSchema, after: FormSchema, label: string): DefinitionChange[] {
  const stays = (name: string) => before.properties[name] !== undefined && after.properties[name] !== undefined;
  const [was, is] = [fieldOrder(before).filter(stays), fieldOrder(after).filter(stays)];
  if (was.join(' ') === is.join(' ')) return [];
  const list = (form: FormSchema, names: readonly string[]) =>
    names.map((name) => form.properties[name]?.title ?? name).join('、');
  return [{ name: '', label, before: list(before, was), after: list(after, is) }];
}

const same = (a: FieldSchema, b: FieldSchema): boolean => canonicalBytes(a).equals(canonicalBytes(b));
const needs = ({ required = [] }: FormSchema, name: string): boolean => required.includes(name);

/** `契約金額 金額(円) 必須 0以上 99,999,999以下`; null where the form has no such field. */
function lineOf(form: FormSchema, name: string, language: Language): string | null {
  const field = form.properties[name];
  if (!field) return null;
  const words = WORDS[language];
  return [
    field.title ?? name,
    words[fieldClassOf(field)],
    needs(form, name) ? words.required : words.optional,
    ...limitsOf(field, language),
  ].join(' ');
}

function limitsOf(field: FieldSchema, language: Language): string[] {
  const words = WORDS[language];
  const number = (keyword: string, say: (n: number) => string) => {
    const value = field[keyword];
    return typeof value === 'number' ? [say(value)] : [];
  };
  const { help, titleEn, counterparty } = field['x-ui'] ?? {};
  const columns = columnsOf(field).map(({ label }) => label);
  return [
    ...number('minimum', words.least),
    ...number('maximum', words.most),
    ...number('maxLength', words.characters),
    ...number('maxItems', words.rows),
    ...(field.enum ? [`[${field.enum.map(String).join('、')}]`] : []),
    ...(columns.length > 0 ? [`${words.columns}: ${columns.join('、')}`] : []),
    ...(counterparty === undefined ? [] : [counterparty ? words.party : words.noParty]),
    ...(titleEn ? [`${words.english}: ${titleEn}`] : []),
    ...(help ? [`${words.help}: ${help}`] : []),
  ];
}
