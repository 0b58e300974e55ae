import { pdfText } from './pdf-text';
import { CONTRACT_FIELDS, type Town, approveBy, openTown } from './town';

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

  const HYBRID = {
    medium: 'hybrid',
    paperReason: '会計課に提出する支払の原本',
    paperAttachments: ['請求書原本', '図面'],
  };
  const itemsOf = async (login: string, path: string) => (await (await town.as(login)).get(path)).body.items;

  it('stand out in the inbox, in lists of documents and among what is found', async () => {
    const { id } = await drafted(HYBRID);
    const { id: plain } = await drafted({});
    const media = (items: any[], name: 'documentId' | 'id') =>
      Object.fromEntries(items.map((item) => [item[name], item.medium]));
    const inbox = media(await itemsOf('goto', '/inbox?limit=100'), 'documentId');
    expect([inbox[id], inbox[plain]]).toEqual(['hybrid', 'electronic']);
    const mine = media(await itemsOf('hara', '/documents?view=mine&limit=100'), 'id');
    expect([mine[id], mine[plain]]).toEqual(['hybrid', 'electronic']);
    const { body: draft } = await (await town.as('hara')).get(`/documents/${id}`);
    const found = await itemsOf('hara', `/search?q=${encodeURIComponent(draft.draftNumber)}`);
    expect(found).toEqual([expect.objectContaining({ documentId: id, medium: 'hybrid' })]);
  });

  it('get a printed cover that names the papers and where they go; what is electronic has none', async () => {
    const { id } = await drafted(HYBRID);
    const hara = await town.as('hara');
    const { bytes } = await hara.bytes(`/documents/${id}/paper-cover.pdf`);
    const text = (await pdfText(bytes)).replaceAll(/\s/gu, '');
    const { body: draft } = await hara.get(`/documents/${id}`);
    for (const part of ['紙添付送付票', draft.draftNumber, draft.title, '紙の添付(2点)', '1請求書原本', '2図面', id])
      expect(text).toContain(part.replaceAll(/\s/gu, ''));
    expect(text).toMatch(/福祉係係長.*福祉課課長.*財政課課長.*健康福祉部部長/u);
    const { id: plain } = await drafted({});
    const none = await hara.get(`/documents/${plain}/paper-cover.pdf`);
    expect(none).toMatchObject({ status: 409, body: { code: 'approvals.nothing-on-paper', rule: 'RULE-11' } });
    expect((await (await town.as('sano')).get(`/documents/${id}/paper-cover.pdf`)).status).toBe(404);
  });

  it('lie in a file that is on paper in part, and its contents say which', async () => {
    const { id } = await drafted(HYBRID);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const { body: filing } = await (await town.as('hara')).get(`/documents/${id}/filing`);
    const { body: file } = await (await town.as('baba')).get(`/record-files/${filing.fileId}`);
    expect(file.medium).toBe('hybrid');
    expect(await itemsOf('baba', `/record-files/${filing.fileId}/documents`)).toContainEqual(
      expect.objectContaining({ id, medium: 'hybrid' }),
    );
    expect(await itemsOf('baba', '/registers/files')).toContainEqual(expect.objectContaining({ medium: 'hybrid' }));
  });

  it('are counted by medium and reason, and every figure leads to its matters', async () => {
    const items: any[] = await itemsOf('baba', '/approval-reports/media');
    const of = (medium: string, reason: string | null) =>
      items.find((item) => item.medium === medium && item.reason === reason)?.count;
    for (const [medium, reason] of [
      ['electronic', null],
      ['hybrid', HYBRID.paperReason],
      ['paper', 'その他'],
    ] as const) {
      const query = new URLSearchParams({ list: 'submitted', medium, limit: '200', ...(reason ? { reason } : {}) });
      expect(await itemsOf('baba', `/approval-reports/matters?${query.toString()}`)).toHaveLength(of(medium, reason));
    }
    expect((await (await town.as('hara')).get('/approval-reports/media')).status).toBe(403);
  });
});
