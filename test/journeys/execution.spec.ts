import { execFileSync } from 'node:child_process';
import { type Town, act, approveBy, decidedNotice, execute, openTown, randomKey, submittedNotice } from './town';

let town: Town;
afterEach(() => town?.close());
const SERIES = 'series=S-DISPATCH&symbol=%E6%B5%9C%E7%A6%8F';
const query = (sql: string, values: unknown[] = []) => town.database.dataSource.query(sql, values);

/** Numbers of the 福祉課 go on after this one. */
const numberedUpTo = (last: number) =>
  query(
    `insert into documents.number_counter (series_code, symbol, year, last) values ('S-DISPATCH', '浜福', 2026, $1)`,
    [last],
  );
const dispatchNumber = async (id: string) =>
  (await (await town.as('hara')).get(`/documents/${id}`)).body.dispatchNumber;
const ledger = async (login = 's1055', year = 2026): Promise<string[]> => {
  const { body } = await (await town.as(login)).get(`/numbers/ledger?${SERIES}&year=${year}`);
  return body.items.map(({ short }: { short: string }) => short);
};

describe('S11 void and branch', () => {
  it('S11 prints 120, 120の2, 120の3, 121(欠番), 122, and the search finds what is void', async () => {
    town = await openTown('2026-05-18T01:00:00Z');
    await numberedUpTo(119);
    const first = await decidedNotice(town);
    expect(await dispatchNumber(first)).toBe('8浜福第120号');
    expect((await execute(town, first)).body).toMatchObject({ executedAt: '2026-05-18T01:00:00.000Z', remaining: 0 });

    town.clock.set('2026-06-02T00:15:00Z');
    town.newDay();
    const letters = [
      await submittedNotice(town, { continues: first }),
      await submittedNotice(town, { login: 's1120', continues: first }),
    ];
    for (const id of letters) await approveBy(town, id, 'goto');
    await Promise.all(letters.map((id) => approveBy(town, id, 'fukagawa')));
    const branches = await Promise.all(letters.map(dispatchNumber));
    expect(new Set(branches)).toEqual(new Set(['8浜福第120号の2', '8浜福第120号の3']));

    const cancelled = await decidedNotice(town, { subject: '取りやめる通知について' });
    const clerk = await town.as('s1055');
    const number = { series: 'S-DISPATCH', symbol: '浜福', year: 2026, serial: 121 };
    const voided = await clerk.post('/numbers/voids', { ...number, reason: '宛先の誤りにより発送を取りやめ' });
    expect(voided.status).toBe(204);
    expect(await dispatchNumber(cancelled)).toBeNull();
    expect(await dispatchNumber(await decidedNotice(town))).toBe('8浜福第122号');

    expect(await ledger()).toEqual(['120', '120の2', '120の3', '121(欠番)', '122']);
    const { body: voids } = await clerk.get('/numbers/voids');
    expect(voids.items).toEqual([
      expect.objectContaining({
        text: '8浜福第121号',
        voidReason: '宛先の誤りにより発送を取りやめ',
        voidedByName: '上田 久美子',
        voidedAt: '2026-06-02T00:15:00.000Z',
        documentId: cancelled,
      }),
    ]);
    for (const asked of ['121', '第121号', '8浜福第１２１号', '8浜福第121号']) {
      const { body } = await clerk.get(`/search?q=${encodeURIComponent(asked)}`);
      expect(body.items.map(({ documentId }: { documentId: string }) => documentId)).toContain(cancelled);
    }
    const again = await clerk.post('/numbers/voids', { ...number, reason: 'もう一度' });
    expect(again).toMatchObject({ status: 409, body: { code: 'documents.number-void', rule: 'RULE-75' } });
    const sent = await clerk.post('/numbers/voids', { ...number, serial: 120, reason: '発送後' });
    expect(sent).toMatchObject({ status: 409, body: { code: 'execution.number-dispatched' } });
    const csv = await clerk.bytes(`/numbers/ledger.csv?${SERIES}&year=2026`);
    const printed = csv.bytes.toString('utf8').split('\r\n').slice(1, -1);
    expect(printed.map((line) => line.split(',')[0])).toEqual(['120', '120の2', '120の3', '121(欠番)', '122']);
    expect(printed[3]).toContain('宛先の誤りにより発送を取りやめ');
  });
});

describe('the chain of execution (RULE-65)', () => {
  beforeEach(async () => {
    town = await openTown('2026-05-18T01:00:00Z');
  });
  const post = async (login: string, id: string, step: string, body: object = {}) =>
    (await town.as(login)).post(`/documents/${id}/execution/${step}`, body);

  it('refuses a dispatch before decision, clean copy, collation and seal, naming what is missing', async () => {
    const id = await submittedNotice(town);
    const dispatch = () => post('s1055', id, 'dispatches', { channel: 'post' });
    expect(await dispatch()).toMatchObject({ status: 409, body: { code: 'execution.not-decided', rule: 'RULE-65' } });
    await approveBy(town, id, 'goto', 'fukagawa');
    expect((await dispatch()).body.code).toBe('execution.copy-missing');
    const made = await post('hara', id, 'clean-copies', { sealMode: 'applied', addressees: ['甲', '乙'] });
    const { digest: copyDigest } = made.body.cleanCopy;
    expect((await dispatch()).body.code).toBe('execution.not-collated');
    expect((await post('hara', id, 'collations', { copyDigest })).body.code).toBe('execution.collate-by-other');
    const stale = await post('s1055', id, 'collations', { copyDigest: '0'.repeat(64) });
    expect(stale).toMatchObject({ status: 412, body: { code: 'execution.copy-changed' } });
    const unseen = await (await town.as('s1101')).get(`/documents/${id}/execution`);
    expect(unseen).toMatchObject({ status: 404, body: { code: 'documents.not-found' } });
    expect((await post('s1055', id, 'collations', { copyDigest })).status).toBe(201);
    expect((await dispatch()).body.code).toBe('execution.not-sealed');
    expect((await post('s1055', id, 'seals', { copyDigest, seal: '町長印' })).body.code).toBe(
      'execution.seal-keeper-only',
    );
    const waiting = await (await town.as('s1101')).get('/executions/pending?scope=seal');
    expect(waiting.body.items).toEqual([expect.objectContaining({ documentId: id, next: 'seal', mine: true })]);
    expect((await post('s1101', id, 'seals', { copyDigest, seal: '町長印' })).status).toBe(201);
    const first = await post('s1055', id, 'dispatches', { channel: 'lgwan', lines: [2] });
    expect(first.body).toMatchObject({ remaining: 1, executedAt: null });
    const givenUp = { kind: 'abandon', comment: '事業中止' };
    const tooLate = await (await town.as('baba')).post(`/documents/${id}/acts`, givenUp);
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'approvals.partly-sent', rule: 'RULE-52' } });
    const { body: shown } = await (await town.as('baba')).get(`/documents/${id}/approval`);
    expect(shown.allowed.map(({ kind }: { kind: string }) => kind)).not.toContain('abandon');
    expect(shown.refused).toContainEqual(expect.objectContaining({ kind: 'abandon', code: 'partly-sent' }));
    const last = await post('hara', id, 'dispatches', { channel: 'post' });
    expect(last.body).toMatchObject({ remaining: 0, executedAt: '2026-05-18T01:00:00.000Z' });
    expect(last.body.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
      'clean_copy',
      'collation',
      'seal',
      'dispatch',
      'dispatch',
    ]);
    expect((await (await town.as('hara')).get(`/documents/${id}`)).body.state).toBe('executed');
    const { body: seals } = await (await town.as('s1101')).get('/executions/seals');
    expect(seals.items).toEqual([
      expect.objectContaining({ documentId: id, seal: '町長印', copies: 2, undone: false }),
    ]);
    const { body: register } = await (await town.as('baba')).get('/executions/dispatches');
    expect(register.items.map(({ addressees }: { addressees: string[] }) => addressees)).toEqual([['甲'], ['乙']]);
    expect((await (await town.as('hara')).get('/executions/dispatches')).status).toBe(403);
    const kinds = await query(`select kind from ledger.entry where subject_id = $1 order by seq desc limit 6`, [id]);
    expect(kinds.map(({ kind }: { kind: string }) => kind).toReversed()).toEqual([
      'execution.clean-copied',
      'execution.collated',
      'execution.sealed',
      'execution.dispatched',
      'execution.dispatched',
      'documents.moved',
    ]);
    const retry = { key: `undo-${id}` };
    const undo = { entryId: last.body.lastEntryId, reason: '宛先を取り違えたため' };
    const undone = await (await town.as('s1055')).post(`/documents/${id}/execution/undos`, undo, retry);
    expect(undone.body).toMatchObject({ remaining: 1, executedAt: null });
    const same = await (await town.as('s1055')).post(`/documents/${id}/execution/undos`, undo, retry);
    expect(same.body).toEqual(undone.body);
    expect((await (await town.as('hara')).get(`/documents/${id}`)).body).toMatchObject({
      state: 'decided',
      decidedAt: '2026-05-18T01:00:00.000Z',
    });
  });

  it('draws the clean copy from the frozen text, the same bytes each time, for each addressee', async () => {
    const id = await decidedNotice(town);
    await post('s1055', id, 'numbers', { addressees: ['甲区長', '乙区長'] });
    await post('hara', id, 'clean-copies', { sealMode: 'omitted' });
    const hara = await town.as('hara');
    const [once, twice, other] = [
      await hara.bytes(`/documents/${id}/execution/clean-copy.pdf`),
      await hara.bytes(`/documents/${id}/execution/clean-copy.pdf`),
      await hara.bytes(`/documents/${id}/execution/clean-copy.pdf?line=2`),
    ];
    expect(once.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(once.bytes.equals(twice.bytes)).toBe(true);
    expect(once.bytes.equals(other.bytes)).toBe(false);
    expect(decodeURIComponent(other.headers.get('content-disposition') ?? '')).toContain('8浜福第2号.pdf');
    expect((await hara.bytes(`/documents/${id}/execution/clean-copy.pdf?line=3`)).status).toBe(422);
  });

  it('lists what is decided and unsent for section and records office, with the next step', async () => {
    const id = await decidedNotice(town);
    const pending = async (login: string, scope: string) =>
      (await (await town.as(login)).get(`/executions/pending?scope=${scope}`)).body.items;
    expect(await pending('s1055', 'section')).toEqual([
      expect.objectContaining({
        documentId: id,
        next: 'clean_copy',
        mine: true,
        decidedAt: '2026-05-18T01:00:00.000Z',
      }),
    ]);
    expect(await pending('baba', 'all')).toHaveLength(1);
    expect(await pending('takarabe', 'all')).toEqual([]);
    await execute(town, id);
    expect(await pending('baba', 'all')).toEqual([]);
  });

  it('a void number takes the clean copy with it; another number and another copy follow', async () => {
    const id = await decidedNotice(town);
    const made = await post('hara', id, 'clean-copies');
    await post('s1055', id, 'collations', { copyDigest: made.body.cleanCopy.digest });
    const number = { series: 'S-DISPATCH', symbol: '浜福', year: 2026, serial: 1 };
    const hara = await town.as('hara');
    expect((await hara.post('/numbers/voids', { ...number, reason: '誤り' })).status).toBe(403);
    await (await town.as('s1055')).post('/numbers/voids', { ...number, reason: '誤り' });
    const { body } = await hara.get(`/documents/${id}/execution`);
    expect(body).toMatchObject({ cleanCopy: null, lastEntryId: null });
    expect(body.entries.map(({ kind, undone }: { kind: string; undone: boolean }) => [kind, undone])).toEqual([
      ['clean_copy', true],
      ['collation', true],
      ['undo', false],
      ['undo', false],
    ]);
    expect((await post('hara', id, 'clean-copies')).body.code).toBe('execution.number-missing');
    expect((await post('hara', id, 'numbers')).body.code).toBe('execution.not-yours');
    expect((await post('s1055', id, 'numbers')).body.numbers.map(({ text }: { text: string }) => text)).toEqual([
      '8浜福第2号',
    ]);
    expect((await execute(town, id)).body.executedAt).not.toBeNull();
  });

  it('what is not to go out is waived by the head, or abandoned by the records office; the numbers are void', async () => {
    const [waived, abandoned] = [await decidedNotice(town), await decidedNotice(town)];
    expect((await post('hara', waived, 'waivers', { reason: '口頭で済んだ' })).status).toBe(403);
    expect((await post('fukagawa', waived, 'waivers', { reason: '口頭で済んだ' })).status).toBe(201);
    expect((await post('fukagawa', abandoned, 'abandonments', { reason: '事業中止' })).status).toBe(403);
    expect((await post('baba', abandoned, 'abandonments', { reason: '事業中止' })).status).toBe(201);
    expect(await ledger()).toEqual(['1(欠番)', '2(欠番)']);
    const states = await query(`select id, state from documents.document where id = any($1)`, [[waived, abandoned]]);
    expect(new Map(states.map(({ id, state }: { id: string; state: string }) => [id, state]))).toEqual(
      new Map([
        [waived, 'decided'],
        [abandoned, 'abandoned'],
      ]),
    );
    expect((await (await town.as('hara')).post(`/documents/${waived}/closure`)).status).toBe(201);
  });

  it('RULE-61 the records manager adds dates and statute numbers beside the sealed content', async () => {
    const id = await decidedNotice(town);
    const before = (await (await town.as('hara')).get(`/documents/${id}`)).body.contentDigest;
    const addition = { label: '公布の日', text: '令和8年5月20日' };
    expect((await post('hara', id, 'additions', addition)).status).toBe(403);
    const added = await post('fukagawa', id, 'additions', addition);
    expect(added.body.entries).toEqual([
      expect.objectContaining({ kind: 'addition', ...addition, recordedByName: '深川 直美' }),
    ]);
    expect((await (await town.as('hara')).get(`/documents/${id}`)).body.contentDigest).toBe(before);
  });

  it('RULE-61 after the decision files are added beside the sealed content, by few, and never taken out', async () => {
    const undecided = await submittedNotice(town);
    const id = await decidedNotice(town);
    const upload = async (login: string, name = '検査調書.txt') =>
      (await (await town.as(login)).upload(name, Buffer.from(`檜皮葺きの検査 ${name} ${login}`))).body.id as string;
    const add = async (login: string, to: string, body: object = {}, key = randomKey()) =>
      (await town.as(login)).post(
        `/documents/${to}/attachments/additions`,
        { uploadId: await upload(login), reason: '検査の結果を付すため', ...body },
        { key },
      );
    const sealed = (await (await town.as('hara')).get(`/documents/${id}`)).body;
    expect(sealed.allowed).toContain('add_file');
    expect((await add('hara', undecided)).body).toMatchObject({ code: 'documents.not-decided', rule: 'RULE-61' });
    const rejected = await submittedNotice(town, { subject: '敬老会の中止について' });
    await approveBy(town, rejected, 'goto');
    expect((await act(town, 'fukagawa', rejected, 'reject', { comment: '時期尚早' })).status).toBe(201);
    expect((await add('hara', rejected)).body).toMatchObject({ code: 'documents.not-decided', rule: 'RULE-61' });
    expect(await add('goto', id)).toMatchObject({ status: 403, body: { code: 'documents.not-your-addition' } });
    expect((await add('takarabe', id)).status).toBe(404);
    for (const reason of ['', '　', '二行\nの理由']) expect((await add('hara', id, { reason })).status).toBe(422);

    const [uploadId, key] = [await upload('s1055', '写真台帳.txt'), randomKey()];
    const first = await add('s1055', id, { uploadId }, key);
    expect(first).toMatchObject({
      status: 201,
      body: {
        fileName: '写真台帳.txt',
        addedAfterDecision: true,
        additionReason: '検査の結果を付すため',
        addedAt: '2026-05-18T01:00:00.000Z',
        addedBy: { name: '上田 久美子' },
      },
    });
    expect((await add('s1055', id, { uploadId }, key)).body).toEqual(first.body);
    for (const login of ['hara', 'baba']) expect((await add(login, id)).status).toBe(201);

    const hara = await town.as('hara');
    const { body: now } = await hara.get(`/documents/${id}`);
    expect(now).toMatchObject({ contentDigest: sealed.contentDigest, revisionNo: sealed.revisionNo, state: 'decided' });
    expect(now.attachments.map((one: { addedAfterDecision: boolean }) => one.addedAfterDecision)).toEqual([
      true,
      true,
      true,
    ]);
    const { body: course } = await hara.get(`/documents/${id}/approval`);
    expect(course.history.filter(({ kind }: { kind: string }) => kind === 'add_file')).toEqual(
      ['上田 久美子', '原 大地', '馬場 恵子'].map((actorName) =>
        expect.objectContaining({ actorName, comment: '検査の結果を付すため' }),
      ),
    );
    expect(course.history.at(-3)).toMatchObject({
      label: '決裁後に追加',
      note: '写真台帳.txt',
      actorName: '上田 久美子',
    });
    const entries = await query(
      `select convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry where subject_id = $1 and kind = $2`,
      [id, 'documents.file-added'],
    );
    expect(entries.map(({ facts }: { facts: { attachment: string } }) => facts.attachment)).toContain(first.body.id);
    expect((await hara.delete(`/documents/${id}/attachments/${first.body.id}`)).status).toBe(409);
    await expect(
      query(`update documents.attachment set removed_at = now() where id = $1`, [first.body.id]),
    ).rejects.toThrow();
    const { body: found } = await hara.get(`/search?q=${encodeURIComponent('写真台帳')}`);
    expect(found.items.map(({ documentId }: { documentId: string }) => documentId)).toContain(id);
    const { bytes: input } = await hara.bytes(`/documents/${id}/sheet.pdf`);
    const printed = execFileSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' });
    expect(printed.replace(/\s/gu, '')).toContain('写真台帳.txt(決裁後に追加令和8年5月18日上田久美子)');
    const executed = await execute(town, id);
    expect(executed.body.executedAt).not.toBeNull();
    expect((await hara.post(`/documents/${id}/closure`)).status).toBe(201);
    expect((await add('hara', id)).status).toBe(201);
  });

  it('RULE-62 a dispatch may be recorded later, never before the decision or for tomorrow', async () => {
    const id = await decidedNotice(town);
    const made = await post('hara', id, 'clean-copies', { documentDate: '2026-05-20' });
    await post('s1055', id, 'collations', { copyDigest: made.body.cleanCopy.digest });
    town.clock.set('2026-05-22T01:00:00Z');
    town.newDay();
    for (const dispatchedOn of ['2026-05-17', '2026-05-23'])
      expect((await post('hara', id, 'dispatches', { channel: 'post', dispatchedOn })).body.code).toBe(
        'execution.day-out-of-range',
      );
    const sent = await post('hara', id, 'dispatches', { channel: 'post', dispatchedOn: '2026-05-21' });
    expect(sent.body.entries.at(-1)).toMatchObject({
      occurredOn: '2026-05-21',
      recordedAt: '2026-05-22T01:00:00.000Z',
    });
  });

  it('who may not read a document learns nothing of its execution', async () => {
    const id = await decidedNotice(town, { attributes: { confidentiality: 'secret' } });
    const attempts = [
      ['numbers', {}],
      ['clean-copies', {}],
      ['dispatches', { channel: 'post' }],
      ['waivers', { reason: '不要' }],
      ['abandonments', { reason: '中止' }],
    ] as const;
    for (const login of ['s1055', 'baba'])
      for (const [step, body] of attempts)
        expect(await post(login, id, step, body)).toMatchObject({ status: 404, body: { code: 'documents.not-found' } });
    const number = { series: 'S-DISPATCH', symbol: '浜福', year: 2026, serial: 1, reason: '誤り' };
    const hidden = await (await town.as('baba')).post('/numbers/voids', number);
    expect(hidden).toMatchObject({ status: 404, body: { code: 'execution.unknown-number' } });
    const { body } = await (await town.as('s1055')).get(`/numbers/ledger?${SERIES}&year=2026`);
    expect(body.items).toEqual([expect.objectContaining({ short: '1', title: null, documentId: null })]);
    const foreign = await (await town.as('takarabe')).get(`/numbers/ledger?${SERIES}&year=2026`);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'execution.not-your-series' } });
    expect(await ledger('baba')).toEqual(['1']);
  });
});

describe('numbers of many letters', () => {
  it('500 notices of one decided document take one turn of the counter; a second request with the key changes nothing', async () => {
    town = await openTown('2026-05-18T01:00:00Z');
    const id = await decidedNotice(town);
    const addressees = Array.from({ length: 500 }, (_, n) => `受給者${n + 1}`);
    const clerk = await town.as('s1055');
    const path = `/documents/${id}/execution/numbers`;
    const issued = await clerk.post(path, { addressees }, { key: `many-${id}` });
    expect(issued.status).toBe(201);
    expect(issued.body.numbers.map(({ text, addressee }: Record<string, string>) => [text, addressee])).toEqual(
      addressees.map((addressee, n) => [`8浜福第${n + 1}号`, addressee]),
    );
    expect((await clerk.post(path, { addressees }, { key: `many-${id}` })).body).toEqual(issued.body);
    expect((await clerk.post(path, { addressees })).body.code).toBe('execution.numbered-already');
    expect(
      await query(`select last from documents.number_counter where symbol = '浜福' and series_code = 'S-DISPATCH'`),
    ).toEqual([{ last: 500 }]);
    expect((await execute(town, id)).body).toMatchObject({ remaining: 0 });
    expect(await dispatchNumber(await decidedNotice(town))).toBe('8浜福第501号');
  });

  it('numbers are set aside with a reason, and taken later; the records office closes a series', async () => {
    town = await openTown('2026-05-18T01:00:00Z');
    const block = { series: 'S-DISPATCH', symbol: '浜福', count: 2, reason: '議会関係' };
    expect((await (await town.as('hara')).post('/numbers/reservations', block)).status).toBe(403);
    const clerk = await town.as('s1055');
    expect((await clerk.post('/numbers/reservations', block)).body).toEqual({ first: 1, last: 2 });
    const id = await decidedNotice(town);
    const third = { series: 'S-DISPATCH', symbol: '浜福', year: 2026, serial: 3, reason: '予約番号を使うため' };
    expect((await clerk.post('/numbers/voids', third)).status).toBe(204);
    const path = `/documents/${id}/execution/numbers`;
    const future = await clerk.post(path, { reserved: { serial: 1, year: 2027 } });
    expect(future).toMatchObject({ status: 422, body: { code: 'documents.future-series', rule: 'RULE-73' } });
    expect((await clerk.post(path, { reserved: { serial: 1, year: 2026 } })).status).toBe(201);
    expect(await dispatchNumber(id)).toBe('8浜福第1号');
    expect(await ledger()).toEqual(['1', '2(予約)', '3(欠番)']);
    const closure = { series: 'S-DISPATCH', symbol: '浜福', reason: '機構改革' };
    expect((await clerk.post('/numbers/closures', closure)).status).toBe(403);
    expect((await (await town.as('baba')).post('/numbers/closures', closure)).status).toBe(204);
    const { body } = await clerk.get('/numbers/series');
    expect(body.items).toContainEqual(expect.objectContaining({ symbol: '浜福', last: 3, closeReason: '機構改革' }));
  });
});

describe('31 March 23:50 → 1 April 00:10', () => {
  it('the number belongs to the year of its issue, the date on the document may lie in the next one (RULE-73)', async () => {
    town = await openTown('2027-03-31T14:50:00Z');
    await query(
      `insert into documents.number_counter (series_code, symbol, year, last) values ('S-DISPATCH', '浜福', 2026, 2209)`,
    );
    const [before, waiting] = [await decidedNotice(town), await submittedNotice(town)];
    expect(await dispatchNumber(before)).toBe('8浜福第2210号');
    expect((await execute(town, before, { documentDate: '2027-04-01' })).body.cleanCopy.documentDate).toBe(
      '2027-04-01',
    );
    await approveBy(town, waiting, 'goto');
    town.clock.set('2027-03-31T15:10:00Z');
    await approveBy(town, waiting, 'fukagawa');
    expect(await dispatchNumber(waiting)).toBe('9浜福第1号');
    expect([await ledger('s1055', 2026), await ledger('s1055', 2027)]).toEqual([['2210'], ['1']]);
  });
});

describe('numberAt: execution', () => {
  it('leaves the number to the records clerk; the draft is decided without one', async () => {
    town = await openTown('2026-05-18T01:00:00Z');
    await query(`update organisation.settings_version set settings = settings || '{"numberAt": "execution"}'`);
    const id = await decidedNotice(town);
    expect(await dispatchNumber(id)).toBeNull();
    const clerk = await town.as('s1055');
    expect((await clerk.get('/executions/pending')).body.items[0]).toMatchObject({ next: 'number', mine: true });
    expect((await clerk.post(`/documents/${id}/execution/numbers`)).status).toBe(201);
    expect(await dispatchNumber(id)).toBe('8浜福第1号');
  });
});
