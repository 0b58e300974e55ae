import { type FieldSchema, type FormSchema, compileForm } from '../core/form-schema';
import { type FormFault, badForm } from './form-fault';
import { choiceFaults, counterpartyFaults, widgetFaults } from './widget-faults';

/** Everything wrong with a value as a form; none: it is a {@link FormSchema}. */
export function formFaults(value: unknown): FormFault[] {
  if (!isObject(value) || value['type'] !== 'object' || !isObject(value['properties']))
    return [
      badForm(
        '',
        '様式は「"type": "object"」と「"properties"」を持つ JSON Schema で書いてください。',
        'A form is a JSON Schema with "type": "object" and "properties".',
      ),
    ];
  const loose = Object.entries(value['properties']).filter(([, field]) => !isObject(field));
  if (loose.length > 0)
    return loose.map(([name]) =>
      badForm(
        at(name),
        `項目「${name}」は { } で囲んで、型や見出しを書いてください。`,
        `Write the type and the label of the field “${name}” between { }.`,
      ),
    );
  const schema = value as unknown as FormSchema;
  return [
    ...subjectFaults(schema),
    ...amountFaults(schema),
    ...widgetFaults(schema),
    ...nameFaults(schema),
    ...choiceFaults(schema),
    ...counterpartyFaults(schema),
    ...compilationFaults(schema),
  ];
}

/** 件名: lists, stamps and the index call a document by it. */
function subjectFaults({ properties, required }: FormSchema): FormFault[] {
  const isText = properties['subject']?.type === 'string';
  if (isText && Array.isArray(required) && required.includes('subject')) return [];
  const words = {
    ja: '様式には、文書の呼び名になる件名の項目(名前は「subject」、種類は文字)が要ります。必須にしてください。',
    en: 'A form needs a text field “subject” that is required: documents are called by it.',
  };
  return [{ pointer: isText ? '/required' : at('subject'), code: 'package.form-without-subject', words }];
}

/** The delegation table compares whole yen. */
function amountFaults({ properties }: FormSchema): FormFault[] {
  const { amount } = properties;
  if (amount === undefined || amount.type === 'integer') return [];
  return [
    badForm(
      at('amount'),
      '項目「amount」は専決規程が読む金額(円)です。種類を金額にしてください。',
      'The field “amount” is what the delegation table reads as yen: make it an amount.',
    ),
  ];
}

/** Names that point at no field would be silently without effect. */
function nameFaults(schema: FormSchema): FormFault[] {
  const lists: [string, unknown][] = [
    ['/required', schema.required],
    ['/x-ui/order', schema['x-ui']?.order],
  ];
  return lists.flatMap(([pointer, names]) =>
    (Array.isArray(names) ? names : []).flatMap((name: unknown, index) =>
      Object.hasOwn(schema.properties, String(name))
        ? []
        : [
            badForm(
              `${pointer}/${index}`,
              `項目「${String(name)}」が様式にありません。綴りを確かめてください。`,
              `The form has no field “${String(name)}”. Check its spelling.`,
            ),
          ],
    ),
  );
}

function compilationFaults(schema: FormSchema): FormFault[] {
  try {
    compileForm(schema);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      badForm(
        pointerIn(reason, schema),
        `JSON Schema として正しくありません(${reason})。`,
        `This is no JSON Schema (${reason}).`,
      ),
    ];
  }
}

/** The compiler tells the place only in its sentence: as a path, or by an unknown keyword. */
function pointerIn(reason: string, schema: FormSchema): string {
  const path = /schema is invalid: data(\/[^\s,]*)/.exec(reason)?.[1] ?? /(?:at|path) "#(\/[^"]*)"/.exec(reason)?.[1];
  if (path !== undefined) return path;
  const keyword = /unknown keyword: "([^"]*)"/.exec(reason)?.[1];
  return keyword === undefined ? '' : (pointerOf(keyword, schema, '') ?? '');
}

function pointerOf(keyword: string, schema: FormSchema | FieldSchema, pointer: string): string | null {
  if (Object.hasOwn(schema, keyword)) return `${pointer}/${keyword}`;
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const found = pointerOf(keyword, field, `${pointer}${at(name)}`);
    if (found !== null) return found;
  }
  return isObject(schema['items']) ? pointerOf(keyword, schema['items'], `${pointer}/items`) : null;
}

function at(field: string): string {
  return `/properties/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
