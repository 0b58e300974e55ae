import { type StaffNo, localDate } from '@fubako/kernel';
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

  const trip = { staffNo: eto, from: at('10T00:00'), until: at('13T00:00'), reason: '出張' };
  const absentAt = (instant: Date) =>
    lib.uow.read(async () => [...(await lib.absences.absentAt([eto, goto], instant)).keys()]);

  it('RULE-40 a person is absent from the first instant up to the end', async () => {
    await lib.registerAbsence.run(trip);
    expect(await absentAt(at('09T23:59'))).toEqual([]);
    expect(await absentAt(at('10T00:00'))).toEqual([eto]);
    expect(await absentAt(at('12T23:59'))).toEqual([eto]);
    expect(await absentAt(at('13T00:00'))).toEqual([]);
  });

  it('refuses an absence that ends before it begins, and one that overlaps another', async () => {
    await expect(lib.registerAbsence.run({ ...trip, until: trip.from })).rejects.toMatchObject({
      code: 'organisation.absence-reversed',
    });
    await lib.registerAbsence.run(trip);
    await expect(
      lib.registerAbsence.run({ ...trip, from: at('12T12:00'), until: at('14T00:00') }),
    ).rejects.toMatchObject({ code: 'organisation.absence-overlaps' });
    await lib.registerAbsence.run({ ...trip, from: at('13T00:00'), until: at('14T00:00') });
  });

  it('of two overlapping registrations in the same moment one is refused', async () => {
    const results = await Promise.allSettled([lib.registerAbsence.run(trip), lib.registerAbsence.run(trip)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('only the person cancels it, and one under way ends now instead of vanishing', async () => {
    const id = await lib.registerAbsence.run(trip);
    await expect(lib.cancelAbsence.run({ id, staffNo: goto })).rejects.toMatchObject({
      code: 'organisation.absence-not-found',
    });
    lib.clock.set(at('11T09:00'));
    await lib.cancelAbsence.run({ id, staffNo: eto });
    expect(await absentAt(at('10T12:00'))).toEqual([eto]);
    expect(await absentAt(at('11T09:00'))).toEqual([]);
    await expect(lib.cancelAbsence.run({ id, staffNo: eto })).rejects.toMatchObject({
      code: 'organisation.absence-is-over',
    });
  });

  it('one that has not begun is taken back whole', async () => {
    const id = await lib.registerAbsence.run(trip);
    await lib.cancelAbsence.run({ id, staffNo: eto });
    expect(await absentAt(at('11T00:00'))).toEqual([]);
    expect(await lib.uow.read(() => lib.absences.upcoming(eto, at('01T00:00')))).toEqual([]);
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
});
