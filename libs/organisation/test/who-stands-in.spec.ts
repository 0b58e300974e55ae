import { Client } from 'pg';
import type { PostCode, StaffNo } from '@fubako/kernel';
import type { StandIns } from '@fubako/organisation';
import { OrganisationUnderTest } from './organisation';

const p = (code: string) => code as PostCode;
const at = (text: string) => new Date(`2026-${text}:00+09:00`);
const name = (who: { readonly holder: { readonly person: { readonly name: string } } } | null) =>
  who?.holder.person.name ?? null;

describe('who stands in', () => {
  let lib: OrganisationUnderTest;
  beforeAll(async () => {
    lib = await OrganisationUnderTest.start('2026-06-01T00:00:00Z');
    await lib.import();
  });
  afterAll(() => lib.stop());

  const asOf = (text: string): Promise<StandIns> => lib.uow.read(() => lib.whoStandsIn.at(at(text)));
  const away = async (staffNo: string, kind: 'absence' | 'incapacity', [from, until]: readonly [string, string]) =>
    lib.registerAbsence.run(await lib.actor('1027'), {
      staffNo: staffNo as StaffNo,
      kind,
      from: at(from),
      until: at(until),
      reason: '出張',
      onBehalfBecause: '連絡あり',
    });

  it('S01 部長 江藤 不在のため 福祉課長 深川 代決', async () => {
    await away('1006', 'absence', ['06-10T00:00', '06-13T00:00']);
    const seats = await asOf('06-10T11:35');
    expect(seats.occupancyOf(p('P-D30-H'))).toMatchObject({ away: { kind: 'absence', until: at('06-13T00:00') } });
    expect(name(seats.actingFor(p('P-D30-H'), 'contract'))).toBe('深川 直美');
    expect((await asOf('06-15T09:00')).actingFor(p('P-D30-H'), 'contract')).toBeNull();
  });

  it('S03 福井 is 職務代理者 of 町田; on 09-08 青木 acts for 福井; from 09-21 町田 decides', async () => {
    await away('1001', 'incapacity', ['09-01T00:00', '09-21T00:00']);
    await away('1002', 'absence', ['09-08T00:00', '09-09T00:00']);
    const mayor = async (text: string) => {
      const seats = await asOf(text);
      const decider = seats.deciderOf(p('P-MAYOR'));
      return [name(decider), decider?.deputy, name(seats.actingFor(p('P-MAYOR'), 'contract'))];
    };
    expect(await mayor('09-03T10:00')).toEqual(['福井 正', true, null]);
    expect(await mayor('09-08T10:00')).toEqual(['福井 正', true, '青木 隆']);
    expect(await mayor('09-09T00:00')).toEqual(['福井 正', true, null]);
    expect(await mayor('09-21T00:00')).toEqual(['町田 和夫', false, null]);
  });

  it('asks two statements, however many posts there are', async () => {
    await asOf('06-10T10:00');
    await lib.uow.read(async () => {
      // At the driver, where every statement of a unit passes.
      const asked = jest.spyOn(Client.prototype, 'query');
      const seats = await lib.whoStandsIn.at(at('06-10T10:00'));
      for (const { code } of seats.chart.posts()) seats.actingFor(code, 'contract');
      expect(asked).toHaveBeenCalledTimes(2);
      asked.mockRestore();
    });
  });

  it('is empty before the first import', async () => {
    const fresh = await OrganisationUnderTest.start();
    const seats = await fresh.uow.read(() => fresh.whoStandsIn.now());
    expect(seats.occupancyOf(p('P-MAYOR'))).toBeNull();
    await fresh.stop();
  });
});
