import { type StaffNo, localDate } from '@fubako/kernel';
import type { AbsenceRequest } from '@fubako/organisation';
import { absenceEnded, absenceRegistered } from '@fubako/organisation/events';
import { sql } from '@fubako/platform/database';
import { OrganisationUnderTest } from './organisation';

const eto = '1006' as StaffNo;
const goto = '1030' as StaffNo;
const at = (text: string) => new Date(`2026-06-${text}:00+09:00`);

describe('absences', () => {
  let lib: OrganisationUnderTest;
  beforeEach(async () => {
    lib = await OrganisationUnderTest.start('2026-06-01T00:00:00Z');
    await lib.import();
  });
  afterEach(() => lib.stop());

  const trip: AbsenceRequest = {
    staffNo: eto,
    kind: 'absence',
    from: at('10T00:00'),
    until: at('13T00:00'),
    reason: '出張',
  };
  const register = async (by: string, request: Partial<AbsenceRequest> = {}) =>
    lib.registerAbsence.run(await lib.actor(by), { ...trip, ...request });
  const cancel = async (by: string, id: string) => lib.cancelAbsence.run(await lib.actor(by), id);
  const absentAt = (instant: Date) =>
    lib.uow.read(async () => [...(await lib.absences.absentAt([eto, goto], instant)).keys()]);
  const refused = (code: string) => ({ code: `organisation.${code}` });

  it('RULE-40 a person is absent from the first instant up to the end', async () => {
    await register(eto);
    expect(await absentAt(at('09T23:59'))).toEqual([]);
    expect(await absentAt(at('10T00:00'))).toEqual([eto]);
    expect(await absentAt(at('12T23:59'))).toEqual([eto]);
    expect(await absentAt(at('13T00:00'))).toEqual([]);
  });

  it('refuses one that ends before it begins, that is over, or that overlaps another', async () => {
    await expect(register(eto, { until: trip.from })).rejects.toMatchObject(refused('absence-reversed'));
    const past = { from: new Date('2026-05-20T00:00:00Z'), until: new Date('2026-06-01T00:00:00Z') };
    await expect(register(eto, past)).rejects.toMatchObject(refused('absence-already-past'));
    await register(eto);
    const late = { from: at('12T12:00'), until: at('14T00:00') };
    await expect(register(eto, late)).rejects.toMatchObject(refused('absence-overlaps'));
    await register(eto, { from: at('13T00:00'), until: at('14T00:00') });
  });

  it('of two overlapping registrations in the same moment one is refused', async () => {
    const results = await Promise.allSettled([register(eto), register(eto)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('RULE-40 for somebody else the personnel office and the records office register, and say why', async () => {
    await expect(register(goto)).rejects.toMatchObject(refused('absence-not-yours'));
    await expect(register('1012')).rejects.toMatchObject(refused('absence-without-ground'));
    await expect(register('1012', { onBehalfBecause: ' ' })).rejects.toMatchObject(refused('absence-without-ground'));
    await register('1012', { onBehalfBecause: '本人から電話' });
    await register('1027', { staffNo: goto, onBehalfBecause: '本人から電話' });
    expect(await absentAt(at('11T00:00'))).toEqual([eto, goto]);
    const nobody = { staffNo: '9999' as StaffNo, onBehalfBecause: '電話' };
    await expect(register('1027', nobody)).rejects.toMatchObject(refused('no-such-person'));
  });

  it('RULE-43 事故 is for the personnel office alone, always with a ground, and may meet an absent person', async () => {
    await register(eto);
    const accident = { kind: 'incapacity' as const, onBehalfBecause: '入院の連絡' };
    for (const by of [eto, '1012']) {
      await expect(register(by, accident)).rejects.toMatchObject(refused('absence-not-yours'));
    }
    const ungrounded = { ...accident, onBehalfBecause: null };
    await expect(register('1027', ungrounded)).rejects.toMatchObject(refused('absence-without-ground'));
    const id = await register('1027', accident);
    const found = await lib.uow.read(() => lib.absences.absentAt([eto], at('11T00:00')));
    expect(found.get(eto)?.kind).toBe('incapacity');
    await expect(cancel(eto, id)).rejects.toMatchObject(refused('absence-not-yours'));
    await cancel('1027', id);
  });

  it('one under way ends now instead of vanishing, and strangers learn nothing of it', async () => {
    const id = await register(eto);
    await expect(cancel(goto, id)).rejects.toMatchObject(refused('absence-not-found'));
    lib.clock.set(at('11T09:00'));
    await cancel(eto, id);
    expect(await absentAt(at('10T12:00'))).toEqual([eto]);
    expect(await absentAt(at('11T09:00'))).toEqual([]);
    await expect(cancel(eto, id)).rejects.toMatchObject(refused('absence-is-over'));
  });

  it('one that has not begun is taken back whole', async () => {
    const id = await register(eto);
    await cancel(eto, id);
    expect(await absentAt(at('11T00:00'))).toEqual([]);
    expect(await lib.uow.read(() => lib.absences.upcoming(eto, at('01T00:00')))).toEqual([]);
  });

  it('announces and records what was registered and ended', async () => {
    const heard: unknown[] = [];
    for (const type of [absenceRegistered, absenceEnded]) {
      lib.events.inUnit<object>(type, async (events) => {
        heard.push(...events.map(({ name, payload }) => ({ name, ...payload })));
      });
    }
    const id = await register('1012', { onBehalfBecause: '本人から電話' });
    lib.clock.set(at('11T09:00'));
    await cancel(eto, id);
    const span = { absenceId: id, staffNo: eto, kind: 'absence', from: '2026-06-09T15:00:00.000Z' };
    expect(heard).toEqual([
      { name: 'organisation.absence-registered.v1', ...span, until: '2026-06-12T15:00:00.000Z' },
      { name: 'organisation.absence-ended.v1', ...span, until: '2026-06-11T00:00:00.000Z' },
    ]);
    const entries = await lib.uow.read(() =>
      lib.uow.rows<{ kind: string; actor: string; canonical: Buffer }>(
        sql`select kind, actor, canonical from ledger.entry where subject_id = ${id} order by seq`,
      ),
    );
    expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['organisation.absence-registered', '1012'],
      ['organisation.absence-ended', eto],
    ]);
    expect(JSON.parse(String(entries[0]?.canonical)).facts).toMatchObject({ onBehalfBecause: '本人から電話' });
  });
});

describe('the business calendar', () => {
  let lib: OrganisationUnderTest;
  beforeAll(async () => {
    lib = await OrganisationUnderTest.start();
    lib.town.append('calendar.csv', 'date,open', '2026-12-28,false');
    await lib.import();
  });
  afterAll(() => lib.stop());

  const isOpen = (date: string) => lib.uow.read(() => lib.calendar.isOpen(localDate(date)));

  it('ORG-20 knows national holidays, substitute holidays and the days between', async () => {
    expect(await isOpen('2026-05-06')).toBe(false);
    expect(await isOpen('2026-09-22')).toBe(false);
    expect(await isOpen('2026-09-24')).toBe(true);
  });

  it('ORG-21 counts over the turn of the year of the municipality', async () => {
    expect(await isOpen('2026-12-29')).toBe(false);
    const next = await lib.uow.read(() => lib.calendar.addBusinessDays(localDate('2026-12-25'), 1));
    expect(next).toBe('2027-01-04');
  });

  it('S01 the deadline and the age of a step in open days', async () => {
    const opened = new Date('2026-12-25T01:00:00Z');
    const due = await lib.uow.read(() => lib.calendar.deadlineAfter(opened, 1));
    expect(due).toEqual({ day: '2027-01-04', until: new Date('2027-01-04T15:00:00Z') });
    const age = await lib.uow.read(() =>
      lib.calendar.openDaysBetween(localDate('2026-06-10'), localDate('2026-06-15')),
    );
    expect(age).toBe(3);
  });
});
