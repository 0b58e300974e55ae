import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxParts, zip } from '../../libs/scans/test/sample-files';
import { scannedPage } from '../../libs/scans/test/scanned-page';
import { deliverOwed } from './deliver';
import { approvalOf, reimport, seatIn } from './scenarios';
import { type Town, CONTRACT_FIELDS, act, approveBy, decidedNotice, execute, openTown, submitContract } from './town';

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

  it('SEA-2 finds by the note of a revision and by a prior instruction at once, says which, and only for who reads them', async () => {
    const hara = await town.as('hara');
    const id = await submitContract(town, {
      fields: { subject: '防災倉庫の賃貸借契約について' },
      attributes: { confidentiality: 'personnel' },
    });
    expect((await act(town, 'goto', id, 'return', { comment: '数量を直すこと' })).status).toBe(201);
    const { body: returned } = await hara.get(`/documents/${id}`);
    const note = '備蓄毛布の数量を改めました';
    const again = await hara.post(`/documents/${id}/submissions`, { expectedVersion: returned.version, note });
    expect(again.status).toBe(201);
    const { id: seatId } = seatIn(await approvalOf(town, 'hara', id), '健康福祉部', '部長');
    const given = { seatId, givenOn: '2026-04-02', text: '例年の相見積なら進めてよい。' };
    const told = await hara.post(`/documents/${id}/instructions`, given);
    expect([told.status, told.body.instructions?.[0]?.text]).toEqual([201, given.text]);

    for (const [q, source, text] of [
      ['備蓄毛布', 'revision', note],
      ['相見積', 'instruction', given.text],
    ] as const) {
      const of = async (login: string) =>
        (await (await town.as(login)).get(`/search?q=${encodeURIComponent(q)}`)).body.items;
      for (const login of ['hara', 'goto']) {
        const [hit] = await of(login);
        expect([login, hit?.documentId, hit?.snippet?.source, hit?.snippet?.text]).toEqual([login, id, source, text]);
        const marked = hit.snippet.marks.map(([from, to]: [number, number]) => text.slice(from, to));
        expect(marked).toEqual([q]);
      }
      // Records officers see nothing of a personnel matter but its title, and find it by that alone.
      for (const login of ['chiba', 's1019', 's1055']) expect([login, q, await of(login)]).toEqual([login, q, []]);
      const titles = await (await town.as('chiba')).get(`/search/titles?q=${encodeURIComponent(q)}`);
      expect(JSON.stringify(titles.body)).not.toContain(id);
    }
  });

  it('says of a hit how long it is kept, and names class and period when nothing is found with them', async () => {
    const chiba = await town.as('chiba');
    const { body } = await chiba.get(`/search?q=${encodeURIComponent('見守')}`);
    const [{ value: filingClass, label: className }] = body.facets.filingClass;
    const [{ value: retention, label }] = body.facets.retention;
    expect([label === retention, className === filingClass]).toEqual([false, false]);
    expect(body.items[0]).toMatchObject({ documentId: welfare, retention: label });
    const filters = `filingClass=${filingClass}&retention=${retention}&hold=free`;
    const { body: nothing } = await chiba.get(`/search?q=${encodeURIComponent('どこにもない語')}&${filters}`);
    expect(nothing.conditions.map(({ text }: any) => text)).toEqual(['どこにもない語', className, label, '保留なし']);
  });

  it('SEA-12 finds within a file, by its title or chosen, and names it to who may see it alone', async () => {
    const chiba = await town.as('chiba');
    const { fileId } = (await chiba.get(`/documents/${welfare}/filing`)).body;
    const { title, classCode } = (await chiba.get(`/record-files/${fileId}`)).body;
    const search = async (login: string, q: string, filter = '') =>
      (await (await town.as(login)).get(`/search?q=${encodeURIComponent(q)}${filter}`)).body;
    const ids = async (login: string, q: string, filter = '') =>
      (await search(login, q, filter)).items.map(({ documentId }: any) => documentId);
    for (const q of [`簿冊:"${title}" 見守`, `file:${classCode} 見守`, `簿冊：「無い」 OR 簿冊:${classCode} 見守`])
      expect([q, await ids('chiba', q)]).toEqual([q, [welfare]]);
    expect(await ids('chiba', '簿冊:どこにもない簿冊 見守')).toEqual([]);
    expect(await ids('chiba', `見守 -簿冊:${classCode}`)).toEqual([]);
    // A file says nothing of what the reader may not read.
    expect(await ids('s1019', `簿冊:"${title}" 見守`)).toEqual([]);
    expect(await ids('s1019', '', `&file=${fileId}`)).toEqual([]);

    const chosen = await search('chiba', '見守', `&file=${fileId}`);
    expect(chosen.items.map(({ documentId }: any) => documentId)).toEqual([welfare]);
    expect(chosen.conditions.at(-1)).toMatchObject({ kind: 'file', parameter: 'file', value: fileId });
    expect(chosen.conditions.at(-1).text).toMatch(new RegExp(`^${title}\\(令和.+年度\\)$`, 'u'));
    const nothing = await search('chiba', 'どこにもない語', `&file=${fileId}`);
    expect(nothing.conditions.map(({ without }: any) => without.count > 0)).toEqual([true, false]);
    // What is hidden and what is nowhere are called alike.
    const alike = async (id: string) =>
      JSON.stringify(await search('s1019', '見守', `&file=${id}`)).replaceAll(id, 'ID');
    expect(await alike(fileId)).toBe(await alike('01900000-0000-7000-8000-00000000abcd'));
    expect((await chiba.get('/search?file=x')).status).toBe(422);
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

describe('a letter', () => {
  const hits = async (login: string, q: string) =>
    (await (await town.as(login)).get(`/search?q=${encodeURIComponent(q)}`)).body.items;

  it('SEA-2 SEA-12 is found at once by whom it goes to, by nobody else, and as long as that stands', async () => {
    const id = await decidedNotice(town, { subject: '避難所の開設訓練について' });
    expect(await found('goto', '宛先:浜見地区区長')).toEqual([id]);
    const sent = await execute(town, id, { addressees: ['二宮町長', '大磯町教育委員会'] });
    expect(sent.status).toBe(201);
    for (const q of ['大磯町教育委員会', '相手方:大磯町', 'addressee:二宮町長 避難所'])
      expect(await found('goto', q)).toEqual([id]);
    expect(await found('goto', '件名:大磯町')).toEqual([]);
    expect(await found('s1019', '大磯町教育委員会')).toEqual([]);
    const [hit] = await hits('goto', '大磯町教育委員会');
    expect(hit.snippet).toMatchObject({ source: 'counterpart', text: '大磯町教育委員会' });

    const clerk = await town.as('s1055');
    let entryId = sent.body.lastEntryId;
    for (const reason of ['封入を誤ったため', '照合を誤ったため', '送付先を取り違えたため']) {
      const person = reason.startsWith('送付先') ? await town.as('hara') : clerk;
      const undone = await person.post(`/documents/${id}/execution/undos`, { entryId, reason });
      expect(undone.status).toBe(201);
      entryId = undone.body.lastEntryId;
    }
    expect(await found('goto', '大磯町教育委員会')).toEqual([]);
    expect(await found('goto', '送付先を取り違え')).toEqual([id]);
  });

  it('SEA-2 is found at once by what was added beside the sealed content, and by the reason why nothing went out', async () => {
    const id = await decidedNotice(town, { subject: '規則の一部改正について' });
    const added = await (
      await town.as('fukagawa')
    ).post(`/documents/${id}/execution/additions`, { label: '法令番号', text: '浜見町規則第41号' });
    expect(added.status).toBe(201);
    for (const q of ['規則第41号', '浜見町規則第４１号 法令番号']) expect(await found('goto', q)).toEqual([id]);
    const waived = await (
      await town.as('fukagawa')
    ).post(`/documents/${id}/execution/waivers`, { reason: '窓口で手渡し済み' });
    expect(waived.status).toBe(201);
    expect(await found('goto', '手渡し')).toEqual([id]);
  });
});

describe('the other party', () => {
  it('FORM-6 SEA-12 is what the form marks so, in the version that a document keeps', async () => {
    const marked = (text: string) => {
      const form = JSON.parse(text);
      const field = { type: 'string', maxLength: 200, title: '連帯保証人', 'x-ui': { counterparty: true } };
      form.properties.guarantor = field;
      form.properties.counterparty['x-ui'] = { ...form.properties.counterparty['x-ui'], counterparty: false };
      form['x-ui'].order = [...form['x-ui'].order, 'guarantor'];
      return JSON.stringify(form);
    };
    const fields = { subject: '保証付きの貸付契約について', counterparty: '灯台印刷', guarantor: '汐見台商会' };
    const before = await submitContract(town, { fields: { subject: '以前の契約について', counterparty: '灯台印刷' } });
    await reimport(town, { 'forms/contract.json': marked });
    town.newDay();
    const after = await submitContract(town, { fields });
    expect(await found('hara', '相手方:汐見台')).toEqual([after]);
    expect(await found('hara', '相手方:灯台印刷')).toEqual([before]);
    expect((await found('hara', '灯台印刷')).toSorted()).toEqual([before, after].toSorted());
    expect(await found('s1019', '相手方:汐見台')).toEqual([]);
  });
});

/** A PATH of a machine without LibreOffice: what it prints elsewhere is a download here. */
async function folderWithoutOffice(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fubako-path-'));
  await symlink('/usr/bin/unshare', join(folder, 'unshare'));
  return folder;
}

describe('what stands in the files of a document', () => {
  /** A contract of 原 with these files, sent on its way and read by the worker. */
  const submitWith = async (subject: string, ...files: [name: string, bytes: Buffer][]) => {
    const hara = await town.as('hara');
    const fields = { ...CONTRACT_FIELDS, subject };
    const { body: draft } = await hara.post('/documents', { matterType: 'contract', fields });
    for (const [name, bytes] of files) {
      const { body: upload } = await hara.upload(name, bytes);
      expect((await hara.post(`/documents/${draft.id}/attachments`, { uploadId: upload.id })).status).toBe(201);
    }
    const { body: complete } = await hara.get(`/documents/${draft.id}`);
    const sent = await hara.post(`/documents/${draft.id}/submissions`, { expectedVersion: complete.version });
    expect(sent.status).toBe(201);
    await deliverOwed(town, 'scans.', 'search.');
    return { id: draft.id as string, attachments: complete.attachments.map(({ id }: { id: string }) => id) };
  };

  it('is found by who may read the document: an office file, and a mail with what is enclosed', async () => {
    const enclosed = zip(docxParts('霞草色の封緘')).toString('base64');
    const mail = [
      'From: shimin@example.jp\r\nTo: info@example.jp\r\nSubject: =?UTF-8?B?44GK5ZWP5ZCI44Gb?=\r\nMIME-Version: 1.0\r\n',
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
      '山茶花通りの件\r\n--b\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\r\n',
      'Content-Disposition: attachment; filename="a.docx"\r\n',
      `Content-Transfer-Encoding: base64\r\n\r\n${enclosed}\r\n--b--\r\n`,
    ].join('');
    const path = process.env.PATH;
    process.env.PATH = await folderWithoutOffice();
    const { id } = await submitWith(
      '街路樹の手入れについて',
      ['仕様.docx', zip(docxParts('銀木犀並木の剪定'))],
      ['照会.eml', Buffer.from(mail)],
    ).finally(() => (process.env.PATH = path));
    for (const words of ['銀木犀並木', '山茶花通り', '霞草色の封緘', '添付:山茶花通り']) {
      expect([words, await found('hara', words), await found('s1019', words)]).toEqual([words, [id], []]);
    }

    const hara = await town.as('hara');
    const [office] = (await hara.get(`/documents/${id}`)).body.attachments;
    expect(office).toMatchObject({ rendition: 'unsupported', pdfUrl: null, text: 'ready' });
    const { status, headers } = await hara.bytes(office.originalUrl.replace('/api/v1', ''));
    expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^attachment;/)]);
  });

  it('SCN-25 is corrected by the drafter, the clerks of the section and the records office, and found at once', async () => {
    const paper = await scannedPage(['橋りょう点検結果の報告について', '第三橋脚に損傷は認められませんでした']);
    const { id, attachments } = await submitWith('点検報告の受領について', ['報告.png', paper]);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const path = (page: number | string = 1) => `/documents/${id}/attachments/${attachments[0]}/pages/${page}/text`;
    const read = async (login: string) => (await (await town.as(login)).get(path())).body;
    const correct = async (login: string, text: string, basedOn: number, page: number | string = 1) => {
      const { status, body } = await (await town.as(login)).post(path(page), { text, basedOn });
      return status === 200 ? body.version : `${status} ${body.code}`;
    };
    const { text: recognised } = await read('hara');
    expect(recognised.replaceAll(/\s/gu, '')).toContain('第三橋脚に損傷は認められませんでした');

    expect((await read('goto')).allowed).toEqual([]);
    expect((await read('s1125')).allowed).toEqual([]);
    for (const login of ['goto', 's1125'])
      expect(await correct(login, '書き換え', 0)).toBe('403 scans.not-yours-to-correct');
    expect(await correct('s1019', '書き換え', 0)).toBe('404 documents.not-found');
    expect((await (await town.as('s1019')).get(path())).status).toBe(404);

    for (const [n, login] of ['hara', 's1055', 'chiba'].entries()) {
      expect((await read(login)).allowed).toEqual(['correct']);
      expect(await correct(login, `${recognised}\n訂正済標識${n}`, n)).toBe(n + 1);
      expect(await found('goto', `訂正済標識${n}`)).toEqual([id]);
      expect(await found('s1019', `訂正済標識${n}`)).toEqual([]);
    }
    expect(await found('goto', '訂正済標識0')).toEqual([]);
    expect(await correct('hara', '遅れた訂正', 2)).toBe('409 scans.corrected-meanwhile');
    expect(await correct('hara', ' \n ', 3)).toBe('422 scans.empty-correction');
    expect(await correct('hara', '次の頁', 0, 2)).toBe('404 scans.nothing-recognised');
    expect(await correct('hara', '頁でない', 0, 'x')).toMatch(/^400 /);

    expect(await correct('hara', recognised, 3)).toBe(4);
    const { versions, recognised: first } = await read('goto');
    expect(versions.map(({ version, staffNo }: any) => [version, staffNo])).toEqual([
      [4, '1118'],
      [3, expect.any(String)],
      [2, '1055'],
      [1, '1118'],
    ]);
    expect(first).toMatchObject({ text: recognised, engine: expect.stringMatching(/^tesseract /) });
    expect(await found('goto', '訂正済標識2')).toEqual([]);
    expect(await found('goto', '第三橋脚')).toEqual([id]);
  });
});
