import type { FieldSpec } from '../../shared/form/field-spec';
import { draftValues, inputName, readDraft } from './draft-values';

const subject: FieldSpec = {
  name: 'subject',
  label: '件名',
  kind: 'text',
  required: true,
  help: null,
  maxLength: 200,
  minimum: null,
  maximum: null,
  options: [],
  children: [],
};
const empty = draftValues([subject], null);

test('a new draft leaves class and disclosure to the server', () => {
  const { body } = readDraft([subject], empty, { today: '2026-11-22', dueLabel: '期限' });
  expect(body.attributes).not.toHaveProperty('classCode');
  expect(body.attributes).not.toHaveProperty('disclosureClass');
  expect(body.attributes).toMatchObject({ urgent: false, dueOn: null, escalations: [] });
});

test('a ground of urgency without urgency is not sent', () => {
  const values = { ...empty, attributes: { ...empty.attributes, urgent: false, urgencyReason: '急ぐ' } };
  expect(
    readDraft([subject], values, { today: '2026-11-22', dueLabel: '期限' }).body.attributes.urgencyReason,
  ).toBeNull();
});

test('a day that cannot be read is an error at its input', () => {
  const values = { ...empty, attributes: { ...empty.attributes, dueOn: 'R8.2.30' } };
  expect(readDraft([subject], values, { today: '2026-11-22', dueLabel: '期限' }).errors).toContainEqual({
    path: 'attributes.dueOn',
    label: '期限',
    code: 'no-such-day',
  });
});

test('the server points at the same inputs', () => {
  expect(inputName('/fields/expectedEffect/hoursSaved')).toBe('fields.expectedEffect.hoursSaved');
});

test('what is not secret has no end of secrecy; what is keeps the day that was typed', () => {
  const read = (confidentiality: 'none' | 'secret') => {
    const attributes = { ...empty.attributes, confidentiality, confidentialUntil: 'R9.3.31' };
    return readDraft([subject], { ...empty, attributes }, { today: '2026-11-22' }).body.attributes.confidentialUntil;
  };
  expect([read('none'), read('secret')]).toEqual([null, '2027-03-31']);
});
