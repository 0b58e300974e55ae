import { randomUUID } from 'node:crypto';
import { localDate } from '@fubako/kernel';
import { Ledger } from '@fubako/ledger';
import { readerOf } from '@fubako/platform/authz';
import { Sql, Visits, sql } from '@fubako/platform/database';
import { goOnAs } from '@fubako/platform/testing';
import { ChangeHold } from '../src/app/holds/change-hold';
import { ReleaseHold } from '../src/app/holds/release-hold';
import { PEOPLE, RecordsUnderTest } from './support/records';

/** What the database itself refuses, whatever the program believes. */
describe('guards of the database', () => {
  let lib: RecordsUnderTest;

  beforeEach(async () => {
    lib = await RecordsUnderTest.start();
  });
  afterEach(() => lib.stop());

  const change = (statement: ReturnType<typeof sql>) =>
    lib.uow.run(async () => {
      await lib.uow.now();
      return lib.uow.change(statement);
    });
  /** As the role of the API, under the row policies of the records office. */
  const asApi = async (statement: ReturnType<typeof sql>, staffNo: string = PEOPLE.officer): Promise<number> => {
    const person = await lib.actor(staffNo);
    return Visits.begin(() =>
      lib.uow.run(async () => {
        await lib.uow.now();
        await goOnAs(lib.uow, readerOf(person));
        expect(await lib.uow.rows(sql`select current_user::text as role`)).toEqual([{ role: 'fubako_api' }]);
        return lib.uow.change(statement);
      }),
    );
  };
  const asOwner = (statement: ReturnType<typeof sql>) =>
    lib.database.owned.run(async () => {
      await lib.database.owned.now();
      return lib.database.owned.change(statement);
    });
  const truncate = (table: string) => asOwner(new Sql(`truncate ${table}`, []));
  const fileOf = async (documentId: string): Promise<string> =>
    (await lib.filing.run(documentId, await lib.actor(PEOPLE.officer), 'ja')).fileId;
  /** As if a disposal had been carried out for everything. */
  const executed = () =>
    asOwner(sql`create or replace function records.disposal_item_executed(file uuid, document uuid, outcome text)
      returns boolean language sql stable as 'select true'`);
  const dispose = (file: string, state = 'disposed') =>
    change(sql`update records.record_file set state = ${state} where id = ${file}`);
  const disposeRecord = (document: string) =>
    change(sql`update records.record set state = 'disposed' where document_id = ${document}`);
  const hold = async (target: { file?: string; document?: string }, endsOn: string | null = null): Promise<string> => {
    const id = randomUUID();
    await lib.uow.run(async () => {
      await lib.uow.change(sql`
        insert into records.hold (id, ground, reason, triggered_on, ends_on, placed_at, placed_by, placed_by_name)
        values (${id}, 'lawsuit', '係争中', '2026-01-01', ${endsOn}, ${await lib.uow.now()}, '1012', '馬場')`);
      await lib.uow.change(sql`
        insert into records.hold_target values (${id}, ${target.file ?? null}, ${target.document ?? null})`);
    });
    return id;
  };
  const release = async (id: string) => lib.get(ReleaseHold).run(id, '終結', await lib.actor(PEOPLE.officer));
  /** Paper in the file, and the approved scan that stands for it. */
  const scannedPaper = async (file: string): Promise<{ paper: string; substitute: string }> => {
    const [paper, substitute] = [randomUUID(), randomUUID()];
    const sha256 = 'ab'.repeat(32);
    await change(sql`
      insert into records.paper_record (id, file_id, title, documented_on, pages, disposition, registered_at, registered_by, registered_by_name)
      values (${paper}, ${file}, '支給決定通知書', '2026-06-01', 3, false, now(), '1055', '上田')`);
    await change(sql`
      insert into scans.stored_object (sha256, bytes, media_type, chunk_hashes, created_at, verified_at)
      values (decode(${sha256}, 'hex'), 9, 'application/pdf', sha256(''), now(), now())`);
    await change(sql`
      insert into records.scan_substitute (id, paper_record_id, sha256, object_sha256, file_name, media_type, bytes, pages, scanned_at,
        scanned_by, scanned_by_name, checked_at, checked_by, checked_by_name, approved_at, approved_by, approved_by_name)
      values (${substitute}, ${paper}, ${sha256}, decode(${sha256}, 'hex'), '通知書.pdf', 'application/pdf', 9, 3, now(), '1055', '上田',
        now(), '1016', '深川', now(), '1012', '馬場')`);
    return { paper, substitute };
  };
  /** Five years, closed on 2026-10-03: expires on 2032-03-31. */
  const closed = async (): Promise<{ document: string; file: string }> => {
    const document = await lib.decideOne();
    await lib.close(document);
    return { document, file: await fileOf(document) };
  };

  it('GUARD-1 nothing is disposed of or transferred without an executed item that names it', async () => {
    const { document, file } = await closed();
    lib.clock.set('2032-04-01T01:00:00Z');
    await expect(dispose(file)).rejects.toThrow('No executed disposal');
    await expect(dispose(file, 'transferred')).rejects.toThrow('No executed disposal');
    await expect(disposeRecord(document)).rejects.toThrow('No executed disposal');
    await executed();
    expect(await disposeRecord(document)).toBe(1);
    expect(await dispose(file)).toBe(1);
  });

  it('GUARD-2 nothing is disposed of on its last day, nor while it has no last day', async () => {
    const { document, file } = await closed();
    await executed();
    lib.clock.set('2032-03-31T14:59:00Z');
    await expect(dispose(file)).rejects.toThrow('has not expired');
    await expect(disposeRecord(document)).rejects.toThrow('has not expired');
    lib.clock.set('2032-03-31T15:00:00Z');
    await expect(
      change(sql`update records.record_file set state = 'disposed', expires_on = null where id = ${file}`),
    ).rejects.toThrow('has not expired');
    await change(sql`update records.record_file set expires_on = null where id = ${file}`);
    await expect(dispose(file)).rejects.toThrow('has not expired');
    await expect(disposeRecord(document)).rejects.toThrow('has not expired');
  });

  it('GUARD-3 a hold on the file or on any document in it stops both', async () => {
    const { document, file } = await closed();
    const other = await lib.decideOne();
    await executed();
    lib.clock.set('2040-04-01T01:00:00Z');
    const own = await hold({ document: other });
    await expect(dispose(file)).rejects.toThrow('is held');
    await expect(dispose(file, 'transferred')).rejects.toThrow('is held');
    await release(own);
    await hold({ file }, '2040-04-01');
    await expect(dispose(file)).rejects.toThrow('is held');
    await expect(disposeRecord(document)).rejects.toThrow('is held');
    lib.clock.set('2040-04-02T01:00:00Z');
    expect(await dispose(file)).toBe(1);
  });

  it('GUARD-4 what is held is not kept shorter', async () => {
    const { document, file } = await closed();
    await change(
      sql`update records.record_file set expires_on = '2035-03-31', extended_to = '2035-03-31' where id = ${file}`,
    );
    await hold({ file });
    await expect(
      change(sql`update records.record set expires_on = '2030-03-31' where document_id = ${document}`),
    ).rejects.toThrow('not to be kept shorter');
    await expect(change(sql`update records.record_file set extended_to = null where id = ${file}`)).rejects.toThrow(
      'not to be kept shorter',
    );
    expect(await change(sql`update records.record set expires_on = '2040-03-31' where document_id = ${document}`)).toBe(
      1,
    );
  });

  it('GUARD-4 paper that is held is not kept shorter, nor is its file told that it holds no paper', async () => {
    const { document, file } = await closed();
    await change(sql`update records.record_file set medium = 'hybrid', expires_on = '2040-03-31' where id = ${file}`);
    const shorten = (day: string) => asApi(sql`update records.record_file set expires_on = ${day} where id = ${file}`);
    const own = await hold({ document });
    await expect(shorten('2039-03-31')).rejects.toThrow('not to be kept shorter');
    await expect(
      asApi(sql`update records.record_file set medium = 'electronic', expires_on = '2032-03-31' where id = ${file}`),
    ).rejects.toThrow('not to be kept shorter');
    expect(await shorten('2041-03-31')).toBe(1);
    lib.clock.set('2060-04-01T01:00:00Z');
    await release(own);
    expect(await shorten('2039-03-31')).toBe(1);
  });

  it('GUARD-4 a held record gives up the longer period that it had only for a day that is not earlier', async () => {
    const { document, file } = await closed();
    const keep = (expiresOn: string | null, keepUntil: string | null) =>
      change(
        sql`update records.record set starts_on = '2027-04-01', expires_on = ${expiresOn}, keep_until = ${keepUntil} where document_id = ${document}`,
      );
    await keep('2036-03-31', '2036-03-31');
    await hold({ file });
    await expect(keep(null, null)).rejects.toThrow('not to be kept shorter');
    expect(await keep('2037-03-31', null)).toBe(1);
  });

  it('GUARD-4 what is held and was kept without end does not get one', async () => {
    const { document, file } = await closed();
    await change(sql`update records.record set expires_on = null where document_id = ${document}`);
    await change(sql`update records.record_file set medium = 'hybrid', expires_on = null where id = ${file}`);
    const own = await hold({ file });
    const end = () => asApi(sql`update records.record set expires_on = '2090-03-31' where document_id = ${document}`);
    const endFile = () => asApi(sql`update records.record_file set expires_on = '2090-03-31' where id = ${file}`);
    for (const attempt of [end, endFile]) await expect(attempt()).rejects.toThrow('not to be kept shorter');
    await release(own);
    expect([await end(), await endFile()]).toEqual([1, 1]);
  });

  it('GUARD-5 what has left cannot be held, and does not come back', async () => {
    const { document, file } = await closed();
    await executed();
    lib.clock.set('2032-04-01T01:00:00Z');
    await dispose(file);
    await expect(hold({ file })).rejects.toThrow('cannot be held');
    await expect(hold({ document })).rejects.toThrow('cannot be held');
    await expect(dispose(file, 'open')).rejects.toThrow('does not come back');
  });

  it('GUARD-6 files, records and holds are never deleted', async () => {
    const { document, file } = await closed();
    const id = await hold({ file });
    await expect(change(sql`delete from records.hold_target where hold_id = ${id}`)).rejects.toThrow('not deleted');
    await expect(change(sql`delete from records.hold where id = ${id}`)).rejects.toThrow('not deleted');
    await expect(change(sql`delete from records.record where document_id = ${document}`)).rejects.toThrow(
      'not deleted',
    );
    await expect(change(sql`delete from records.record_file where id = ${file}`)).rejects.toThrow('not deleted');
    await expect(asOwner(sql`truncate records.hold cascade`)).rejects.toThrow('not deleted');
  });

  it('GUARD-6 nor are paper, scans, and what proves a disposal; content is not truncated', async () => {
    const { file } = await closed();
    const { paper, substitute } = await scannedPaper(file);
    await expect(asApi(sql`delete from records.scan_substitute where id = ${substitute}`)).rejects.toThrow(
      'not deleted',
    );
    await expect(asApi(sql`delete from records.paper_record where id = ${paper}`)).rejects.toThrow('not deleted');
    for (const table of [
      'records.scan_substitute',
      'records.paper_record cascade',
      'records.disposal_batch cascade',
      'records.disposal_item cascade',
      'records.disposal_certificate',
      'records.disposal_entry_document',
      'records.disposal_release',
      'documents.revision cascade',
      'documents.attachment cascade',
      'documents.erasure',
    ])
      await expect(truncate(table)).rejects.toThrow(/not deleted|append-only/);
  });

  describe('GUARD-9 the paper that a scan stands for', () => {
    const decide = (id: string) =>
      asApi(sql`
        update records.scan_substitute set destruction_decided_at = now(), destruction_decided_by = '1012',
          destruction_decided_by_name = '馬場' where id = ${id}`);
    const destroy = (id: string) =>
      asApi(sql`
        update records.scan_substitute set destroyed_at = now(), destroyed_on = '2026-10-03', destroyed_by = '1055',
          destroyed_by_name = '上田', method = '溶解' where id = ${id}`);
    /** Both steps, one after the other: each is refused by itself. */
    const steps = [
      ['decision', async () => undefined, decide],
      ['destruction', async (id: string) => void (await decide(id)), destroy],
    ] as const;

    it.each(steps)('%s: not under a hold on the file or on a document in it', async (_, before, step) => {
      const { file, document } = await closed();
      const { substitute } = await scannedPaper(file);
      await before(substitute);
      const own = await hold({ document });
      await expect(step(substitute)).rejects.toThrow('is held');
      await release(own);
      const whole = await hold({ file });
      await expect(step(substitute)).rejects.toThrow('is held');
      await release(whole);
      expect(await step(substitute)).toBe(1);
    });

    it.each(steps)('%s: not while the file is lent, and not until day 90 after the issue', async (_, before, step) => {
      const { file } = await closed();
      const { substitute, paper } = await scannedPaper(file);
      await before(substitute);
      const loan = randomUUID();
      await change(sql`
        insert into records.loan (id, file_id, purpose, requested_at, requested_by, requested_by_name, section_code, section_name,
          due_on, lent_at, lent_by, lent_by_name)
        values (${loan}, ${file}, '照会', now(), '1118', '原', 'S31', '福祉課', '2026-10-20', now(), '1055', '上田')`);
      await expect(step(substitute)).rejects.toThrow('is lent');
      await change(sql`update records.loan set returned_at = now() where id = ${loan}`);
      await change(
        sql`update records.paper_record set disposition = true, issued_on = '2026-07-05' where id = ${paper}`,
      );
      lib.clock.set('2026-10-03T14:59:00Z');
      await expect(step(substitute)).rejects.toThrow('still kept');
      lib.clock.set('2026-10-03T15:00:00Z');
      expect(await step(substitute)).toBe(1);
    });

    it.each(steps)('%s: not while a witness holds what is not here', async (_, before, step) => {
      const { file } = await closed();
      const { substitute } = await scannedPaper(file);
      await before(substitute);
      await change(sql`
        insert into ledger.witness (name, size, taken_at, fault, failing_since, root)
        values ('議会', 7, now(), 'apart', now(), decode(${'ab'.repeat(32)}, 'hex'))`);
      await expect(step(substitute)).rejects.toThrow('Disposals are locked');
      await change(sql`
        insert into records.disposal_release (witness, size, root, released_at, released_by, released_by_name, reason)
        values ('議会', 7, ${'ab'.repeat(32)}, now(), '1012', '馬場', '保留を置き直した')`);
      expect(await step(substitute)).toBe(1);
    });

    it('not before the scan was approved, and what was decided of it stays', async () => {
      const { file } = await closed();
      const { substitute } = await scannedPaper(file);
      await asOwner(
        sql`update records.scan_substitute set approved_at = null, approved_by = null where id = ${substitute}`,
      );
      await expect(decide(substitute)).rejects.toThrow('still kept');
      await asOwner(
        sql`update records.scan_substitute set approved_at = now(), approved_by = '1012' where id = ${substitute}`,
      );
      await decide(substitute);
      await destroy(substitute);
      await expect(
        asApi(sql`update records.scan_substitute set destroyed_by = null where id = ${substitute}`),
      ).rejects.toThrow('stays');
    });
  });

  it('GUARD-10 a scan keeps its bytes until its file is disposed of, and is never another one', async () => {
    const { file } = await closed();
    const { substitute } = await scannedPaper(file);
    const letGo = sql`update records.scan_substitute set object_sha256 = null where id = ${substitute}`;
    await expect(asApi(letGo)).rejects.toThrow('stays');
    await expect(
      asApi(sql`update records.scan_substitute set sha256 = ${'cd'.repeat(32)} where id = ${substitute}`),
    ).rejects.toThrow('stays');
    await executed();
    lib.clock.set('2032-04-01T01:00:00Z');
    await dispose(file);
    expect(await change(letGo)).toBe(1);
  });

  it('GUARD-11 a record leaves a held file only with the hold, paper stays where it is, and nothing comes into what has left', async () => {
    const { document, file } = await closed();
    const { paper } = await scannedPaper(file);
    const other = randomUUID();
    await change(sql`
      insert into records.record_file (id, class_code, section_code, section_name, fiscal_year, volume, title, retention_class, disclosure_class,
        disposition, opened_at, state, starts_on, expires_on)
      select ${other}, class_code, section_code, section_name, fiscal_year, 9, '別の簿冊', retention_class, disclosure_class, disposition,
        opened_at, state, starts_on, expires_on from records.record_file where id = ${file}`);
    const move = (to: string) => asApi(sql`update records.record set file_id = ${to} where document_id = ${document}`);
    const id = await hold({ file });
    await expect(move(other)).rejects.toThrow('is held where it lies');
    await expect(asApi(sql`update records.paper_record set file_id = ${other} where id = ${paper}`)).rejects.toThrow(
      'stays in it',
    );
    await change(sql`insert into records.hold_target values (${id}, null, ${document})`);
    expect(await move(other)).toBe(1);
    await release(id);
    await executed();
    lib.clock.set('2032-04-01T01:00:00Z');
    await dispose(file);
    await expect(move(file)).rejects.toThrow('has left');
  });

  describe('GUARD-12 a hold ends by an act alone', () => {
    const everyRole = [
      ['a request of the records office', (statement: ReturnType<typeof sql>) => asApi(statement)],
      ['the office', change],
      ['the owner of the database', asOwner],
    ] as const;
    /** With what the ledger would keep of the act: whoever can write that as well. */
    const told = (
      id: string,
      note: { kind: string; actor?: string; facts: Record<string, unknown> },
      statement: ReturnType<typeof sql>,
    ) =>
      lib.uow.run(async () => {
        await lib.uow.now();
        const changed = await lib.uow.change(statement);
        lib.get(Ledger).record({ subject: { kind: 'hold', id }, actor: PEOPLE.officer, ...note });
        return changed;
      });

    it.each(everyRole)('%s cannot release it by a statement', async (_, as) => {
      const { file } = await closed();
      const id = await hold({ file });
      const by = sql`update records.hold set released_at = '2026-10-03T01:00:00Z', released_by = '1012', release_reason = '終結' where id = ${id}`;
      await expect(as(by)).rejects.toThrow('without an act in the ledger');
      expect(await lib.rows(sql`select 1 from records.hold where released_at is null`)).toHaveLength(1);
    });

    it.each(everyRole)('%s cannot shorten it, nor make another hold of it, by a statement', async (_, as) => {
      const { file } = await closed();
      const id = await hold({ file });
      const terms = (set: string) => as(new Sql(`update records.hold set ${set} where id = $1`, [id]));
      for (const set of [
        `ends_on = '2026-01-01'`,
        `ground = 'appeal', ends_on = '2026-10-02'`,
        `ground = 'appeal', decided_on = '2026-01-01', ends_on = '2026-12-31'`,
        `decided_on = '2024-01-01', triggered_on = '2024-01-01', ends_on = '2025-01-01'`,
      ])
        await expect(terms(set)).rejects.toThrow('does not end');
      for (const set of [
        `ground = 'appeal', triggered_on = '2024-01-01', decided_on = '2024-01-01', ends_on = '2025-01-01'`,
        `ground = 'own'`,
        `reason = ''`,
        `case_no = '別の事件'`,
      ])
        await expect(terms(set)).rejects.toThrow('without an act in the ledger');
      for (const set of [
        `placed_at = now() - interval '9 years'`,
        `placed_by = '1118'`,
        `ends_on = '2026-10-02', released_at = now(), released_by = '1012', release_reason = '終結'`,
      ])
        await expect(terms(set)).rejects.toThrow('stays as it was placed');
    });

    it('a release has a reason, is of today, and the ledger names the same person and the same reason', async () => {
      const { file } = await closed();
      const id = await hold({ file });
      const released = (
        { at = '2026-10-03T01:00:00Z', by = '1012', reason = '終結' },
        note: { actor?: string; facts: Record<string, unknown> } = { facts: { reason } },
      ) =>
        told(
          id,
          { kind: 'records.hold-released', ...note },
          sql`update records.hold set released_at = ${at}, released_by = ${by}, release_reason = ${reason} where id = ${id}`,
        );
      for (const at of ['2026-10-02T01:00:00Z', '2026-10-04T01:00:00Z', '2019-01-01T00:00:00Z'])
        await expect(released({ at })).rejects.toThrow('not released at that time');
      await expect(released({ reason: ' ' })).rejects.toThrow('without a reason');
      await expect(released({}, { facts: { reason: '別の理由' } })).rejects.toThrow('without an act in the ledger');
      await expect(released({ by: '1118' })).rejects.toThrow('without an act in the ledger');
      expect(await released({})).toBe(1);
      // What was released comes back by no statement, and is not told anew.
      const again = sql`update records.hold set released_at = null, released_by = null, release_reason = null where id = ${id}`;
      for (const [, as] of everyRole) await expect(as(again)).rejects.toThrow('was released and stays so');
      await expect(asOwner(sql`update records.hold set release_reason = '取下げ' where id = ${id}`)).rejects.toThrow(
        'was released and stays so',
      );
    });

    it('an earlier end is a decision that the ledger has, with the same end and why, and not one to come', async () => {
      const { file } = await closed();
      const id = await hold({ file });
      const decided = (on: string, ends: string, facts: Record<string, unknown>) =>
        told(
          id,
          { kind: 'records.hold-decided', facts },
          sql`update records.hold set ground = 'appeal', decided_on = ${on}, ends_on = ${ends} where id = ${id}`,
        );
      await expect(decided('2026-10-01', '2027-10-01', { endsOn: '2028-10-01', note: '棄却' })).rejects.toThrow(
        'without an act in the ledger',
      );
      await expect(decided('2026-10-01', '2027-10-01', { endsOn: '2027-10-01', note: ' ' })).rejects.toThrow(
        'without an act in the ledger',
      );
      await expect(decided('2026-10-04', '2027-10-04', { endsOn: '2027-10-04', note: '棄却' })).rejects.toThrow(
        'not decided yet',
      );
      expect(await decided('2026-10-01', '2027-10-01', { endsOn: '2027-10-01', note: '棄却' })).toBe(1);
      await lib
        .get(ChangeHold)
        .run(
          id,
          { change: { decidedOn: localDate('2026-09-01') }, note: '日付の誤り' },
          await lib.actor(PEOPLE.officer),
        );
      expect(await lib.rows(sql`select ends_on::text as "endsOn" from records.hold`)).toEqual([
        { endsOn: '2027-09-01' },
      ]);
    });

    it('rows of holds are the records office to change, and whoever places one does so in their own name', async () => {
      const { file } = await closed();
      const id = await hold({ file });
      const confirmed = sql`update records.hold set confirmed_at = now(), confirmed_by = '1016' where id = ${id}`;
      expect(await asApi(confirmed, PEOPLE.head)).toBe(0);
      const placed = (by: string) =>
        asApi(
          sql`
          insert into records.hold (id, ground, reason, triggered_on, placed_at, placed_by, placed_by_name)
          values (${randomUUID()}, 'own', '係争のおそれ', '2026-10-01', now(), ${by}, '深川')`,
          PEOPLE.head,
        );
      await expect(placed(PEOPLE.officer)).rejects.toThrow('row-level security');
      expect(await placed(PEOPLE.head)).toBe(1);
    });

    it('GUARD-8 what was refused is in the ledger of the hold, with who tried', async () => {
      const { file } = await closed();
      const id = await hold({ file });
      const tried = change(
        sql`update records.hold set released_at = '2026-10-03T01:00:00Z', released_by = '1012', release_reason = '終結' where id = ${id}`,
      );
      await expect(tried).rejects.toThrow('without an act in the ledger');
      const kept = await lib.rows(sql`
        select kind, convert_from(canonical, 'UTF8')::jsonb -> 'facts' as facts from ledger.entry where subject_kind = 'hold' and subject_id = ${id}`);
      expect(kept).toEqual([{ kind: 'records.refused-by-guard', facts: { guard: 'hold_act_without_trace' } }]);
    });
  });

  it('GUARD-7 a hold and a disposal at the same time wait for each other, whoever comes first', async () => {
    for (const first of ['hold', 'disposal'] as const) {
      const { file } = await closed();
      await executed();
      lib.clock.set('2042-04-01T01:00:00Z');
      const [one, two] =
        first === 'hold' ? [() => hold({ file }), () => dispose(file)] : [() => dispose(file), () => hold({ file })];
      // The other unit of work is another request: it does not join the first.
      let open = (): void => undefined;
      const second = new Promise<void>((resolve) => (open = resolve)).then(async () => void (await two()));
      second.catch(() => undefined);
      await lib.uow.run(async () => {
        await lib.uow.now();
        await one();
        open();
        await new Promise((go) => setTimeout(go, 300));
      });
      await expect(second).rejects.toThrow(first === 'hold' ? 'is held' : 'cannot be held');
      lib.clock.set('2026-10-03T01:00:00Z');
      await lib.stop();
      lib = await RecordsUnderTest.start();
    }
  });
});
