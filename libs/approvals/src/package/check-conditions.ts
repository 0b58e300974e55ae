import { ESCALATIONS, FORMS, type FieldSchema, MATTER_TYPES } from '@fubako/documents';
import type { Faults, PackageContents, Words } from '@fubako/organisation';
import { type Expression, namesIn, parseExpression } from '../core/expression';
import { DELEGATION_RULES, type RuleRow } from './delegation-table';

type Fields = Readonly<Record<string, FieldSchema>>;

/** A condition or bound that asks for what the form does not have would never hold, and nobody would see why. */
export function checkConditions(all: PackageContents, faults: Faults): void {
  const types = all.of(MATTER_TYPES);
  for (const row of all.of(DELEGATION_RULES).rows) {
    const code = row.values.matter_type;
    if (!types.knows(code)) {
      faults.add(row.at('matter_type'), 'package.unknown-reference', {
        ja: `事案の種類「${code}」がありません。コードを直すか、その種類を加えてください。`,
        en: `There is no matter type “${code}”. Correct the code, or add the type.`,
      });
      continue;
    }
    const form = types.of(code)[0]?.values.form;
    const fields = form === undefined ? null : all.of(FORMS).fieldsOf(form);
    if (form !== undefined && fields !== null) checkRow(row, { form, fields }, faults);
  }
}

function checkRow(row: RuleRow, { form, fields }: { form: string; fields: Fields }, faults: Faults): void {
  const { when, min_amount: min, max_amount: max } = row.values;
  if ((min !== null || max !== null) && !Object.hasOwn(fields, 'amount')) {
    faults.add(row.at(min === null ? 'max_amount' : 'min_amount'), 'package.unknown-field', {
      ja: `様式「${form}」に金額の項目「amount」がないため、金額では分けられません。金額を空にしてください。`,
      en: `The form “${form}” has no field “amount”, so amounts cannot tell its matters apart. Leave them empty.`,
    });
  }
  if (when === '') return;
  const expression = parseExpression(when);
  for (const name of new Set(namesIn(expression))) {
    if (Object.hasOwn(fields, name) || (ESCALATIONS as readonly string[]).includes(name)) continue;
    faults.add(row.at('when'), 'package.unknown-field', {
      ja: `条件の項目「${name}」は様式「${form}」にありません。使えるのは ${Object.keys(fields).join('、')} と、留保の理由(${ESCALATIONS.join('、')})です。`,
      en: `The condition asks for “${name}”, which the form “${form}” does not have. It may ask for ${Object.keys(fields).join(', ')} and grounds of escalation (${ESCALATIONS.join(', ')}).`,
    });
  }
  for (const words of comparisonFaults(expression, fields)) faults.add(row.at('when'), 'package.never-holds', words);
}

const WORDS: Readonly<Record<string, Words>> = {
  number: { ja: '数', en: 'a number' },
  string: { ja: '文字列', en: 'a text' },
  boolean: { ja: 'true か false', en: 'true or false' },
};

/** Comparisons of a field with a value that it can never have. */
function comparisonFaults(expression: Expression, fields: Fields): Words[] {
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return [];
    case 'not':
      return comparisonFaults(expression.operand, fields);
    case 'and':
    case 'or':
      return [...comparisonFaults(expression.left, fields), ...comparisonFaults(expression.right, fields)];
    case 'compare':
      return (
        comparisonFault(expression.left, expression.right, fields) ??
        comparisonFault(expression.right, expression.left, fields) ??
        []
      );
  }
}

function comparisonFault(name: Expression, literal: Expression, fields: Fields): Words[] | null {
  if (name.kind !== 'name' || literal.kind !== 'literal') return null;
  const field = Object.hasOwn(fields, name.name) ? fields[name.name] : undefined;
  if (field === undefined) return null;
  const { value } = literal;
  const type = field.type === 'integer' ? 'number' : field.type;
  const kind = type === undefined ? undefined : WORDS[type];
  if (kind && typeof value !== type)
    return [
      {
        ja: `条件で項目「${name.name}」と比べる値「${String(value)}」は、${kind.ja}でないため決して当てはまりません。`,
        en: `The condition compares “${name.name}” with “${String(value)}”, which is not ${kind.en}: it never holds.`,
      },
    ];
  if (field.enum === undefined || field.enum.includes(value)) return null;
  return [
    {
      ja: `条件の「${String(value)}」は項目「${name.name}」の選択肢(${field.enum.join('、')})にありません。`,
      en: `The condition asks for “${String(value)}”, which is no choice of the field “${name.name}” (“${field.enum.join('”, “')}”).`,
    },
  ];
}
