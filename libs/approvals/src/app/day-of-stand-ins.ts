import { type LocalDate, type PostCode, startOfDay } from '@fubako/kernel';
import {
  type MunicipalitySettingValues,
  type OrganisationChart,
  type StandInFacts,
  StandIns,
} from '@fubako/organisation';
import type { CoveredSeat, Demand, Lack } from '../core/coverage';

/** Instants at which a day is looked at, in hours from midnight: whoever is there at one of them can act on the day. */
const HOURS = [10, 15];
const HOUR_MS = 3_600_000;
const REASONS = { vacancy: 'vacant', absence: 'absent', incapacity: 'incapacity' } as const;

type DayFacts = Omit<StandInFacts, 'at'> & { readonly day: LocalDate };

/** Who may act in which seat on one day, in person or for somebody (COVER-1, RULE-40, RULE-43, RULE-47). */
export class DayOfStandIns {
  private readonly moments: readonly StandIns[];
  private readonly known = new Map<string, string | null>();

  constructor(
    chart: OrganisationChart,
    { day, ...facts }: DayFacts,
    private readonly settings: Pick<MunicipalitySettingValues, 'actingForIntermediates'>,
  ) {
    const midnight = startOfDay(day).getTime();
    this.moments = HOURS.map((hour) => new StandIns(chart, { ...facts, at: new Date(midnight + hour * HOUR_MS) }));
  }

  lackOf(demand: Demand): Lack | null {
    const why = demand.seat ? this.why(demand.seat, demand.matterType) : demand.problem;
    return why === null ? null : { demand, why };
  }

  private why(seat: CoveredSeat, matterType: string): string | null {
    const key = [seat.postCode, seat.kind, matterType].join('\n');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const covered = this.moments.some((moment) => this.mayAct(moment, seat, matterType));
    const away = this.moments[0]?.occupancyOf(seat.postCode as PostCode)?.away;
    const why = covered ? null : away ? REASONS[away.kind] : 'vacant';
    this.known.set(key, why);
    return why;
  }

  private mayAct(moment: StandIns, { postCode: code, kind }: CoveredSeat, matterType: string): boolean {
    const postCode = code as PostCode;
    const seat = moment.occupancyOf(postCode);
    if (!seat) return false;
    if (!seat.away || moment.proxyOf(postCode)) return true;
    if (kind !== 'decision' && !this.settings.actingForIntermediates) return false;
    const decider = moment.deciderOf(postCode);
    return (decider !== null && decider.away === null) || moment.actingFor(postCode, matterType) !== null;
  }
}
