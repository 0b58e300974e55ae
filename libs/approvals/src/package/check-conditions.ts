import { ESCALATIONS, FORMS, type FieldSchema, MATTER_TYPES } from '@fubako/documents';
import type { Faults, PackageContents } from '@fubako/organisation';
import { type Expression, namesIn, parseExpression } from '../core/expression';
import { DELEGATION_RULES, type RuleRow } from './delegation-table';

type Fields = Readonly<Record<string, FieldSchema>>;

/** A condition or bound that asks for what the form does not have would never hold, and nobody would see why. */
export function checkConditions(all: PackageContents, faults: Faults): void {
  const types = all.of(MATTER_TYPES);
  for (const row of all.of(DELEGATION_RULES).rows) {
    const code = row.values.matter_type;
    if (!types.knows(code)) {
      const message = `事案の種類「${code}」が matter_types.csv にありません。コードを直すか、書き足してください。`;
      faults.add(row.at('matter_type'), 'package.unknown-reference', message);
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
    const message = `様式 forms/${form}.json に金額の項目「amount」がないため、金額では分けられません。欄を空にしてください。`;
    faults.add(row.at(min === null ? 'max_amount' : 'min_amount'), 'package.unknown-field', message);
  }
  if (when === '') return;
  const expression = parseExpression(when);
  for (const name of new Set(namesIn(expression))) {
    if (Object.hasOwn(fields, name) || (ESCALATIONS as readonly string[]).includes(name)) continue;
    const message = `「when」の項目「${name}」は様式 forms/${form}.json にありません。使えるのは ${Object.keys(fields).join('、')} と、留保の理由(${ESCALATIONS.join('、')})です。`;
    faults.add(row.at('when'), 'package.unknown-field', message);
  }
  for (const message of comparisonFaults(expression, fields))
    faults.add(row.at('when'), 'package.never-holds', message);
}

const WORDS: Readonly<Record<string, string>> = { number: '数', string: '文字列', boolean: 'true か false' };

/** Comparisons of a field with a value that it can never have. */
function comparisonFaults(expression: Expression, fields: Fields): string[] {
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

function comparisonFault(name: Expression, literal: Expression, fields: Fields): string[] | null {
  if (name.kind !== 'name' || literal.kind !== 'literal') return null;
  const field = Object.hasOwn(fields, name.name) ? fields[name.name] : undefined;
  if (field === undefined) return null;
  const { value } = literal;
  const type = field.type === 'integer' ? 'number' : field.type;
  if (type !== undefined && type in WORDS && typeof value !== type)
    return [
      `「when」で項目「${name.name}」と比べる値「${String(value)}」は、${WORDS[type]}でないため決して当てはまりません。`,
    ];
  if (field.enum === undefined || field.enum.includes(value)) return null;
  return [`「when」の「${String(value)}」は項目「${name.name}」の選択肢(${field.enum.join('、')})にありません。`];
}
