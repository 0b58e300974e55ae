import type { FieldSchema, FormSchema } from './form-shape';

/** 宛先, 契約の相手方, 申請者: what fields of these names say, unless their form says otherwise. */
const BY_NAME: readonly string[] = ['addressee', 'counterparty', 'applicant'];

/** Whether the field names whom the matter is about (相手方). */
export function isCounterparty(name: string, field: FieldSchema): boolean {
  const said: unknown = field['x-ui']?.counterparty;
  return typeof said === 'boolean' ? said : BY_NAME.includes(name);
}

/** Names of the fields that do. */
export function counterpartyFields({ properties }: FormSchema): string[] {
  return Object.entries(properties).flatMap(([name, field]) => (isCounterparty(name, field) ? [name] : []));
}
