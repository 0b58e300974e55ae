import { columnsOf, isFiscalYear, isPerson, isTable, isUnit } from '../core/field-kinds';
import type { FieldSchema, FormSchema } from '../core/form-schema';
import { byChoice } from '../core/series-choice';
import { type FormFault, badForm } from './form-fault';

/** Fields of people, units, fiscal years and tables that could not be filled in. */
export function widgetFaults({ properties }: FormSchema): FormFault[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const pointer = `/properties/${name}`;
    if (isFaultyYear(field)) return [yearFault(pointer)];
    if (isPerson(field) || isUnit(field)) return referenceFaults(pointer, field);
    return isTable(field) ? tableFaults(pointer, field) : innerFaults(pointer, field);
  });
}

const isFaultyYear = (field: FieldSchema): boolean => field['x-ui']?.widget === 'fiscal-year' && !isFiscalYear(field);

function yearFault(pointer: string): FormFault {
  const message = '年度の項目は「"type": "integer"」にしてください。';
  return badForm(pointer, message, 'A fiscal year is a field of "type": "integer".');
}

function referenceFaults(pointer: string, { type, properties }: FieldSchema): FormFault[] {
  if (type === 'object' && properties === undefined) return [];
  const message = '職員・所属の項目は「"type": "object"」とだけ書いてください。中の項目は決まっています。';
  const en = 'Write "type": "object" alone for a field of people or units: what is in it is fixed.';
  return [badForm(pointer, message, en)];
}

function tableFaults(pointer: string, field: FieldSchema): FormFault[] {
  const columns = columnsOf(field);
  if (field.type !== 'array' || field.items?.type !== 'object')
    return [
      badForm(
        pointer,
        '表の項目は「"type": "array"」とし、列を「items」の「properties」に書いてください。',
        'A table is an array whose columns stand in the properties of its items.',
      ),
    ];
  if (columns.length === 0)
    return [badForm(pointer, '表には列が要ります。列を一つ以上加えてください。', 'A table needs a column at least.')];
  // Stored schemas do not keep the order in which properties were written.
  const order: unknown = field.items['x-ui']?.order;
  if (!columns.every(({ name }) => Array.isArray(order) && order.includes(name)))
    return [
      badForm(
        `${pointer}/items`,
        '列の並びを「items」の「x-ui」の「order」に、すべての列の名前で書いてください。',
        'Name every column in the order (x-ui) of the items.',
      ),
    ];
  return columns.flatMap(({ name, label, field: column }) => {
    const at = `${pointer}/items/properties/${name}`;
    if (isFaultyYear(column)) return [yearFault(at)];
    if (COLUMN_TYPES.includes(column.type ?? '') && !inner(column)) return [];
    return [
      badForm(
        at,
        `列「${label}」は文字、数、金額、日付、年度、選択のどれかにしてください。`,
        `The column “${label}” must be a text, number, amount, date, fiscal year or choice.`,
      ),
    ];
  });
}

/** Anything but yes or no would be silently without effect. */
export function counterpartyFaults({ properties }: FormSchema): FormFault[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const said: unknown = field['x-ui']?.counterparty;
    return said === undefined || typeof said === 'boolean'
      ? []
      : [
          badForm(
            `/properties/${name}/x-ui/counterparty`,
            '「counterparty」(相手方かどうか)は true か false で書いてください。',
            'Write true or false for "counterparty" (whether it names the other party).',
          ),
        ];
  });
}

const ASIDE = {
  series: { ja: '選択肢ごとの番号系列', en: 'number series of choices' },
  readings: { ja: '選択肢ごとの読み', en: 'readings of choices' },
} as const;

/** What is said of a choice that the field does not have would be silently without effect. */
export function choiceFaults({ properties }: FormSchema): FormFault[] {
  return Object.entries(properties).flatMap(([name, field]) =>
    (['series', 'readings'] as const).flatMap((key) =>
      Object.keys(byChoice(field, key))
        .filter((choice) => !(field.enum ?? []).includes(choice))
        .map((choice) =>
          badForm(
            `/properties/${name}/x-ui/${key}`,
            `「${choice}」は、この項目の選択肢にありません(${ASIDE[key].ja})。`,
            `“${choice}” is no choice of this field (${ASIDE[key].en}).`,
          ),
        ),
    ),
  );
}

const COLUMN_TYPES = ['string', 'integer', 'number'];
const inner = (field: FieldSchema): boolean => isPerson(field) || isUnit(field) || isTable(field);

function innerFaults(pointer: string, { properties }: FieldSchema): FormFault[] {
  return Object.entries(properties ?? {}).flatMap(([name, field]) => {
    const at = `${pointer}/properties/${name}`;
    if (isFaultyYear(field)) return [yearFault(at)];
    if (!inner(field)) return [];
    return [
      badForm(
        at,
        '職員・所属・表の項目は、ほかの項目の中には置けません。',
        'People, units and tables do not stand within other fields.',
      ),
    ];
  });
}
