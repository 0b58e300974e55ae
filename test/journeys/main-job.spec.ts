import { CONTRACT_FIELDS, type Town, act, approveBy, openSeat, openTown, submitContract } from './town';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());

describe('the main job: a contract of 1,200,000 yen from draft to archive', () => {
  it('previews the route with names and the rule of every seat while the drafter types', async () => {
    const hara = await town.as('hara');
    const { status, body } = await hara.post('/route-previews', {
      matterType: 'contract',
      fields: CONTRACT_FIELDS,
      attributes: {},
    });
    expect(status).toBe(200);
    expect(body.decision).toMatchObject({ label: '部長専決', rule: 'RULE-23' });
    const seats = body.steps.map((step: any) => [
      step.kind,
      ...step.seats.map((s: any) => `${s.unitName} ${s.postTitle} ${s.holder.name} ${s.reason.rule}`),
    ]);
    expect(seats).toEqual([
      ['line', '福祉係 係長 後藤 学 RULE-21'],
      ['line', '福祉課 課長 深川 直美 RULE-21'],
      ['concurrence', '財政課 課長 財部 進 RULE-31'],
      ['review', '福祉課 主査 上田 久美子 RULE-20'],
      ['decision', '健康福祉部 部長 江藤 信一 RULE-23'],
    ]);
  });

  it('says what is missing instead of failing while the form is empty', async () => {
    const hara = await town.as('hara');
    const { status, body } = await hara.post('/route-previews', { matterType: 'contract', fields: {}, attributes: {} });
    expect(status).toBe(200);
    expect(body.problems).toEqual([{ code: 'amount-missing', detail: '金額を入力すると決裁者が決まります。' }]);
  });

  it('carries the document through every inbox to decision, number, file and archive', async () => {
    const id = await submitContract(town);
    const expectedViews = [
      ['goto', 'approval'],
      ['fukagawa', 'approval'],
      ['takarabe', 'concurrence'],
      ['eto', 'decision'],
    ] as const;
    for (const [login, view] of expectedViews) {
      const person = await town.as(login);
      const inbox = await person.get(`/inbox?view=${view}`);
      expect(inbox.body.items.map((item: any) => item.documentId)).toContain(id);
      await approveBy(town, id, login);
      expect((await person.get('/inbox')).body.items.map((item: any) => item.documentId)).not.toContain(id);
    }
    const hara = await town.as('hara');
    const { body: document } = await hara.get(`/documents/${id}`);
    expect(document).toMatchObject({
      state: 'decided',
      draftNumber: expect.stringMatching(/^8浜福-\d{6}$/),
      dispatchNumber: expect.stringMatching(/^8浜福第\d+号$/),
    });
    const { body: filing } = await hara.get(`/documents/${id}/filing`);
    expect(filing).toMatchObject({
      fiscalYear: 2026,
      fiscalYearLabel: '令和8年度',
      classCode: '20-01-01',
      className: '契約',
      unitName: '福祉課',
      retentionLabel: '5年',
      startsOn: '2027-04-01',
      expiresOn: '2032-03-31',
    });
    expect(filing.explanation.map((e: any) => e.rule)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^RULE-8/)]),
    );
  });

  it('shows the history with names, posts and what each of them did', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa');
    const stranger = await (await town.as('s1019')).get(`/documents/${id}/approval`);
    expect(stranger).toMatchObject({ status: 404, body: { code: 'documents.not-found' } });
    const { body: seen } = await (await town.as('hara')).get(`/documents/${id}/approval`);
    expect(seen.history.map((h: any) => `${h.label} ${h.unitName} ${h.actorTitle} ${h.actorName}`)).toEqual([
      expect.stringContaining('起案 福祉係'),
      '承認 福祉係 係長 後藤 学',
      '承認 福祉課 課長 深川 直美',
    ]);
    expect(seen.waitingFor).toBe('財政課 課長 財部 進 の合議待ち、1日目');
  });

  it('RULE-50 returned and resubmitted: the approver sees what changed, and everybody acts again when substance changed', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa');
    const returned = await act(town, 'takarabe', id, 'return', { comment: '積算根拠を示してください。' });
    expect(returned.body).toMatchObject({ state: 'returned' });
    const hara = await town.as('hara');
    const { body: draft } = await hara.get(`/documents/${id}`);
    expect(draft.allowed).toContain('edit');
    const fields = { ...draft.fields, amount: 1_350_000 };
    const { body: edited } = await hara.patch(`/documents/${id}`, { fields }, { ifMatch: draft.version });
    const again = await hara.post(`/documents/${id}/submissions`, {
      expectedVersion: edited.version,
      note: '見積を取り直しました。',
    });
    expect(again.body).toMatchObject({ round: 2, revisionNo: 2 });
    const goto = await town.as('goto');
    const { body: changes } = await goto.get(`/documents/${id}/changes?from=1&to=2`);
    expect(changes.note).toBe('見積を取り直しました。');
    expect(changes.fields).toEqual([
      expect.objectContaining({ name: 'amount', before: '1,200,000円', after: '1,350,000円', substance: true }),
    ]);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const { body: history } = await hara.get(`/documents/${id}/approval`);
    expect(history.history.filter((h: any) => h.round === 1).length).toBeGreaterThanOrEqual(4);
    expect(history.state).toBe('decided');
  });

  it('RULE-50 with an edit that leaves the substance alone it enters at the seat that returned it', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa');
    await act(town, 'takarabe', id, 'return', { comment: '誤字があります。' });
    const hara = await town.as('hara');
    const { body: draft } = await hara.get(`/documents/${id}`);
    const { body: edited } = await hara.patch(
      `/documents/${id}`,
      { fields: { ...draft.fields, reason: `${draft.fields.reason}(誤字訂正)` } },
      { ifMatch: draft.version },
    );
    await hara.post(`/documents/${id}/submissions`, { expectedVersion: edited.version });
    await approveBy(town, id, 'takarabe', 'eto');
    expect((await hara.get(`/documents/${id}`)).body.state).toBe('decided');
  });

  it('draws the approval sheet for everybody involved and for nobody else', async () => {
    const id = await submitContract(town);
    await approveBy(town, id, 'goto', 'fukagawa', 'takarabe', 'eto');
    const sheet = await (await town.as('goto')).bytes(`/documents/${id}/sheet.pdf`);
    expect(sheet.status).toBe(200);
    expect(sheet.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await (await town.as('s1019')).bytes(`/documents/${id}/sheet.pdf`)).status).toBe(404);
  });
});

describe('bulk approval', () => {
  it('S16 decides fifty in one go, says for each of the rest why not, and acts once when repeated', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++)
      ids.push(
        await submitContract(town, {
          fields: { subject: `一括決裁の試験 ${n}` },
          attributes: n === 3 ? { confidentiality: 'secret' } : {},
        }),
      );
    for (const id of ids) await approveBy(town, id, 'goto', 'fukagawa', 'takarabe');
    const eto = await town.as('eto');
    const { body: inbox } = await eto.get('/inbox?view=decision&limit=200');
    const items = inbox.items
      .filter((i: any) => ids.includes(i.documentId))
      .map(({ documentId, seatId, version, contentDigest }: any) => ({ documentId, seatId, version, contentDigest }));
    expect(items).toHaveLength(12);
    items[5].contentDigest = 'f'.repeat(64);
    const { body: preview } = await eto.post('/bulk-approvals/preview', { items });
    expect(preview).toMatchObject({ count: 10, totalAmount: 12_000_000 });
    expect(preview.excluded.map((e: any) => e.code).sort()).toEqual(['changed_since_listed', 'secret']);
    const key = 'bulk-approval-key-0001';
    const first = await eto.post('/bulk-approvals', { items }, { key });
    const second = await eto.post('/bulk-approvals', { items }, { key });
    expect(first.body.applied).toBe(10);
    expect(second.body).toEqual(first.body);
    expect(
      first.body.outcomes
        .filter((o: any) => o.outcome === 'applied')
        .every((o: any) => /^8浜福第\d+号$/.test(o.dispatchNumber)),
    ).toBe(true);
    const rest = (await eto.get('/inbox?view=decision&limit=200')).body.items.filter((i: any) =>
      ids.includes(i.documentId),
    );
    expect(rest).toHaveLength(2);
  });
});

describe('exactly once', () => {
  it('RULE-63 twenty identical approvals with one key are one act and twenty equal answers', async () => {
    const id = await submitContract(town);
    const goto = await town.as('goto');
    const seat = await openSeat(goto, id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        goto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat }, { key: 'the-same-key-for-all-of-them' }),
      ),
    );
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
    const { body } = await goto.get(`/documents/${id}/approval`);
    expect(body.history.filter((h: any) => h.actorName === '後藤 学')).toHaveLength(1);
  });

  it('RULE-63 twenty approvals with keys of their own: one wins, nineteen are told that it is done', async () => {
    const id = await submitContract(town);
    const goto = await town.as('goto');
    const seat = await openSeat(goto, id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => goto.post(`/documents/${id}/acts`, { kind: 'approve', ...seat })),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 409 && a.body.code === 'approvals.already-acted')).toHaveLength(19);
  });

  it('the same key with another body is refused', async () => {
    const hara = await town.as('hara');
    const key = 'one-key-two-bodies-0001';
    expect((await hara.post('/documents', { matterType: 'internal' }, { key })).status).toBe(201);
    expect((await hara.post('/documents', { matterType: 'contract' }, { key })).body.code).toBe(
      'request.idempotency-key-reused',
    );
  });

  it('RULE-75 numbers have neither gaps nor twins under concurrent decisions', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, n) => submitContract(town, { fields: { amount: 400_000 + n } })),
    );
    await Promise.all(ids.map((id) => approveBy(town, id, 'goto', 'fukagawa')));
    const rows = await town.database.dataSource.query(
      "select serial from documents.issued_number where series_code = 'S-DISPATCH' and symbol = '浜福' order by serial",
    );
    expect(rows.map((r: any) => r.serial)).toEqual(rows.map((_: unknown, index: number) => index + 1));
  });
});
