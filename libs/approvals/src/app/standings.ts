import type { PostCode } from '@fubako/kernel';
import type { Holder, OrganisationChart, StandIns } from '@fubako/organisation';
import type { Sitter, Standing } from '../core/standing';

/** Who can act for a post at the instant of `standIns`, for matters of one type. */
export function standingOf(standIns: StandIns, postCode: string, matterType: string): Standing {
  const code = postCode as PostCode;
  const { chart } = standIns;
  const decider = standIns.deciderOf(code);
  const acting = standIns.actingFor(code, matterType);
  const proxy = standIns.proxyOf(code);
  return {
    principal: decider && {
      ...sitterOf(chart, decider.holder),
      capacity: decider.deputy ? 'statutory_deputy' : decider.holder.kind,
    },
    away: decider ? (decider.away?.kind ?? null) : 'vacancy',
    awayUntil: decider?.away?.until?.toISOString() ?? null,
    acting: acting && sitterOf(chart, acting.holder),
    proxy: proxy && sitterOf(chart, proxy.holder),
  };
}

function sitterOf(chart: OrganisationChart, { person, post }: Holder): Sitter {
  return {
    staffNo: person.staffNo,
    name: person.name,
    postCode: post.code,
    postTitle: post.title,
    unitName: chart.unit(post.unitCode)?.name ?? '',
  };
}
