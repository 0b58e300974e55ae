import { type Town, act, approveBy, openTown, submitContract } from './town';

let town: Town;
let welfare: string;
let secret: string;
beforeAll(async () => {
  town = await openTown();
  welfare = await submitContract(town, { fields: { subject: '渡邉橋見守り業務委託契約の締結について' } });
  await approveBy(town, welfare, 'goto', 'fukagawa', 'takarabe', 'eto');
  secret = await submitContract(town, {
    fields: { subject: '渡邉氏に係る相談支援業務の委託について' },
    attributes: { confidentiality: 'personnel' },
  });
});
afterAll(() => town?.close());

const found = async (login: string, q: string): Promise<string[]> => {
  const { body } = await (await town.as(login)).get(`/search?q=${encodeURIComponent(q)}`);
  return body.items.map((hit: any) => hit.documentId);
};

describe('archive search', () => {
  it.each(['見守', '渡辺橋', '渡邊橋', 'ﾎﾞｼ', '見守り　契約', '"業務委託契約" -清掃'])(
    'the records officer finds the decided contract by %s',
    async (q) => {
      if (q === 'ﾎﾞｼ') return expect(await found('chiba', q)).toEqual([]);
      expect(await found('chiba', q)).toContain(welfare);
    },
  );

  it('finds it by its number in every spelling', async () => {
    const { body } = await (await town.as('hara')).get(`/documents/${welfare}`);
    const serial = /第(\d+)号/.exec(body.dispatchNumber)?.[1] ?? '';
    const wide = serial.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    for (const q of [body.dispatchNumber, `第${serial}号`, `第${wide}号`, serial, wide])
      expect(await found('chiba', q)).toContain(welfare);
  });

  it('shows nothing that the reader may not read, not even in counts and facets', async () => {
    const { body: officer } = await (await town.as('chiba')).get('/search?q=%E6%B8%A1%E9%82%89');
    expect(officer.items.map((hit: any) => hit.documentId)).toEqual([welfare]);
    expect(officer.count).toBe(1);
    expect(officer.facets.unit.reduce((sum: number, facet: any) => sum + facet.count, 0)).toBe(1);
    expect(await found('hara', '渡邉')).toEqual(expect.arrayContaining([welfare, secret]));
    expect(await found('s1019', '渡邉')).toEqual([]);
    expect(await found('s1011', '渡邉')).toEqual([]);
  });

  it('finds what was typed, submitted and said at once', async () => {
    const hara = await town.as('hara');
    const { body: draft } = await hara.post('/documents', {
      matterType: 'internal',
      fields: { subject: '庁用自転車の更新' },
    });
    expect(await found('hara', '自転車')).toEqual([draft.id]);
    expect(await found('goto', '自転車')).toEqual([]);
    const { body: edited } = await hara.patch(
      `/documents/${draft.id}`,
      { fields: { subject: '庁用電動車の更新', body: '老朽化のため' } },
      { ifMatch: draft.version },
    );
    expect(await found('hara', '自転車')).toEqual([]);
    await hara.post(`/documents/${draft.id}/submissions`, { expectedVersion: edited.version });
    expect(await found('goto', '電動車')).toEqual([draft.id]);
    await act(town, 'goto', draft.id, 'approve', { comment: '車検の時期に注意すること' });
    expect(await found('fukagawa', '車検')).toEqual([draft.id]);
  });

  it('marks what was found where it stands in the original', async () => {
    const { body } = await (await town.as('chiba')).get(`/search?q=${encodeURIComponent('渡辺橋')}`);
    const [hit] = body.items;
    const marked = hit.titleMarks.map(([from, to]: [number, number]) => hit.title.slice(from, to));
    expect(marked).toEqual(['渡邉橋']);
  });

  it('lets what was secret for a time be found when that time is over', async () => {
    const secretUntil = (confidentialUntil: string, subject: string) =>
      submitContract(town, { fields: { subject }, attributes: { confidentiality: 'secret', confidentialUntil } });
    const over = await secretUntil('2020-03-31', '入札予定価格の決定（期限切れ）について');
    await secretUntil('2099-03-31', '入札予定価格の決定（期限前）について');
    expect(await found('chiba', '入札予定価格')).toEqual([over]);
    const { body } = await (await town.as('chiba')).get(`/documents/${over}`);
    expect(body.attributes).toMatchObject({ confidentiality: 'secret', confidentialUntil: '2020-03-31' });
  });
});
