import { blankValues, faultsOf, fieldsOf } from './receipt-values';

const today = '2026-11-22';
const filled = { ...blankValues('inquiry'), subject: '照会', sender: '県' };

describe('what a clerk enters of a receipt', () => {
  test('is sent with days as ISO days and the arrival as an instant of the town', () => {
    const values = {
      ...filled,
      senderDate: 'R8.11.20',
      arrivalDay: '11/21',
      arrivalTime: '08:45',
      replyDueOn: '20261201',
    };
    expect(faultsOf(values, today)).toEqual({});
    expect(fieldsOf(values, today)).toMatchObject({
      subject: '照会',
      senderDate: '2026-11-20',
      arrivalAt: '2026-11-21T08:45:00+09:00',
      replyDueOn: '2026-12-01',
      senderNumber: null,
    });
  });

  test('without a day of arrival it arrives now', () => {
    expect(fieldsOf(filled, today)).not.toHaveProperty('arrivalAt');
  });

  test('only what is secret has an end of secrecy', () => {
    const until = (confidentiality: string) =>
      fieldsOf({ ...filled, confidentiality, confidentialUntil: 'R9.3.31' }, today).confidentialUntil;
    expect([until('secret'), until('none')]).toEqual(['2027-03-31', null]);
  });

  test.each([
    ['no subject', { subject: '　' }, { subject: 'required' }],
    ['no sender', { sender: '' }, { sender: 'required' }],
    ['a day nobody can read', { replyDueOn: 'あした' }, { replyDueOn: 'date' }],
    ['a last day of secrecy nobody can read', { confidentialUntil: '当分' }, { confidentialUntil: 'date' }],
    ['a day without a time', { arrivalDay: '11/21' }, { arrivalTime: 'required' }],
    ['a time without a day', { arrivalTime: '08:45' }, { arrivalDay: 'required' }],
  ])('%s is said before it is sent', (_what, change, faults) => {
    expect(faultsOf({ ...filled, ...change }, today)).toEqual(faults);
  });
});
