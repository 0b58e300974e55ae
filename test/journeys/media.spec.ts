import { pdfText } from './pdf-text';
import { CONTRACT_FIELDS, type Town, openTown } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());

async function drafted(attributes: object) {
  const hara = await town.as('hara');
  const draft = await hara.post('/documents', { matterType: 'contract', fields: CONTRACT_FIELDS, attributes });
  expect(draft.status).toBe(201);
  const { id, version } = draft.body;
  return { id, submitted: await hara.post(`/documents/${id}/submissions`, { expectedVersion: version }) };
}

const pointers = (body: any) => body.errors.map(({ pointer }: any) => pointer);

describe('RULE-11 paper and hybrid matters', () => {
  it('are electronic unless the drafter says otherwise', async () => {
    const { id, submitted } = await drafted({});
    expect(submitted.status).toBe(201);
    const { body } = await (await town.as('hara')).get(`/documents/${id}`);
    expect(body.attributes).toMatchObject({ medium: 'electronic', paperReason: null, paperAttachments: [] });
  });

  it('need a reason of the municipality, words for the open one, and the names of what is on paper', async () => {
    const { body: reasons } = await (await town.as('hara')).get('/paper-reasons');
    expect(reasons.items.at(-1)).toBe('その他');
    const silent = await drafted({ medium: 'hybrid' });
    expect(pointers(silent.submitted.body)).toEqual(['/attributes/paperReason', '/attributes/paperAttachments']);
    const foreign = await drafted({ medium: 'paper', paperReason: '気分' });
    expect(pointers(foreign.submitted.body)).toEqual(['/attributes/paperReason']);
    const open = await drafted({ medium: 'paper', paperReason: 'その他' });
    expect(pointers(open.submitted.body)).toEqual(['/attributes/paperNote']);
    expect(
      (await drafted({ medium: 'paper', paperReason: 'その他', paperNote: '相手方の求め' })).submitted.status,
    ).toBe(201);
  });

  it('say so on the sheet, and what is on paper is part of what is agreed to', async () => {
    const hybrid = {
      medium: 'hybrid',
      paperReason: '会計課に提出する支払の原本',
      paperAttachments: ['請求書原本', '図面'],
    };
    const one = await drafted(hybrid);
    const other = await drafted({ ...hybrid, paperAttachments: ['請求書原本'] });
    expect(one.submitted.body.contentDigest).not.toBe(other.submitted.body.contentDigest);
    const { bytes } = await (await town.as('hara')).bytes(`/documents/${one.id}/sheet.pdf`);
    const text = (await pdfText(bytes)).replaceAll(/\s/gu, '');
    expect(text).toContain('電子・紙併用(会計課に提出する支払の原本)紙の添付:請求書原本、図面');
  });
});
