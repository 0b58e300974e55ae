import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@fubako/platform/config';
import { type FormSchema, compileForm } from './form-schema';
import { labelledTexts } from './form-text';

const contract = JSON.parse(
  readFileSync(join(projectRoot, 'apps/cli/sample-town/forms/contract.json'), 'utf8'),
) as FormSchema;
const form = compileForm(contract);
const good = {
  subject: '清掃業務委託契約の締結について',
  counterparty: '株式会社浜見サービス',
  amount: 1_200_000,
  method: '随意契約',
  reason: '理由',
  accountingYear: 2026,
};
const codes = (fields: object) =>
  form.draftFaults(fields as Record<string, unknown>).map(({ pointer, code }) => `${pointer} ${code}`);

describe('forms', () => {
  it('RULE-10 a draft may be incomplete, a submission not', () => {
    expect(codes({})).toEqual([]);
    expect(
      form
        .submissionFaults({ subject: ' ' })
        .map(({ pointer, code }) => `${pointer} ${code}`)
        .sort(),
    ).toEqual(
      ['accountingYear', 'amount', 'counterparty', 'method', 'reason', 'subject'].map(
        (name) => `/fields/${name} form.required`,
      ),
    );
    expect(form.submissionFaults(good)).toEqual([]);
  });

  it.each([
    [{ amount: -1 }, '/fields/amount form.too-small'],
    [{ amount: '１２０万' }, '/fields/amount form.not-a-number'],
    [{ amount: 1e15 }, '/fields/amount form.too-large'],
    [{ amount: 1.5 }, '/fields/amount form.not-a-number'],
    [{ method: 'くじ引き' }, '/fields/method form.not-a-choice'],
    [{ subject: 'a\u0000b' }, '/fields/subject field.text-fault'],
    [{ subject: 'a\ud800b' }, '/fields/subject field.text-fault'],
    [{ subject: 'a\u202eb' }, '/fields/subject field.text-fault'],
    [{ subject: '一行\n二行' }, '/fields/subject field.text-fault'],
    [{ subject: '字'.repeat(201) }, '/fields/subject field.too-long'],
    [{ unknown: 1 }, '/fields/unknown field.unknown'],
    [{ subject: { deep: true } }, '/fields/subject form.wrong-type'],
  ])('says what is wrong with %j', (fields, expected) => {
    expect(codes(fields)).toEqual([expected]);
  });

  it('takes names with variation selectors as one character each, unchanged, and line breaks where the form has room', () => {
    expect(codes({ counterparty: '葛\u{E0100}'.repeat(200), reason: '一\n二\n\t三' })).toEqual([]);
    expect(codes({ counterparty: '葛\u{E0100}'.repeat(201) })).toEqual(['/fields/counterparty field.too-long']);
  });

  it('writes fields as on paper, in the order of the form', () => {
    expect(labelledTexts(contract, good).map(({ label, text }) => `${label}: ${text}`)).toEqual([
      '件名: 清掃業務委託契約の締結について',
      '契約の相手方: 株式会社浜見サービス',
      '契約金額: 1,200,000円',
      '契約の方法: 随意契約',
      '契約の理由: 理由',
      '会計年度: 令和8年度',
    ]);
  });
});
