import { counterpartyFields } from './counterparty-fields';
import type { FieldSchema, FormSchema } from './form-shape';

const text: FieldSchema = { type: 'string', title: '相手' };
const saying = (counterparty: unknown): FieldSchema => ({ ...text, 'x-ui': { counterparty: counterparty as boolean } });
const named = (properties: FormSchema['properties']) => counterpartyFields({ properties });

describe('FORM-6 counterparties of a form', () => {
  it('are the fields that say so', () => {
    expect(named({ subject: text, contractor: saying(true), body: saying(false) })).toEqual(['contractor']);
  });

  it('are addressee, counterparty and applicant where nothing is said, as in forms of before', () => {
    expect(named({ subject: text, addressee: text, counterparty: text, applicant: text })).toEqual([
      'addressee',
      'counterparty',
      'applicant',
    ]);
    expect(named({ applicant: { ...text, 'x-ui': { help: '氏名' } }, owner: saying(true) })).toEqual([
      'applicant',
      'owner',
    ]);
  });

  it('are not those of a form that says that they are none', () => {
    expect(named({ applicant: saying(false), addressee: text })).toEqual(['addressee']);
  });

  it('follow the name where what is said is no answer', () => {
    expect(named({ applicant: saying('no'), owner: saying('yes') })).toEqual(['applicant']);
  });
});
