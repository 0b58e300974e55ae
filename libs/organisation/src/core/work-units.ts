import type { StaffNo, UnitCode } from '@fubako/kernel';
import type { Holder, OrganisationChart } from './organisation-chart';

/** Units whose matters are a person's daily work: the section of every post; for a head also everything below the unit (ORG-13). */
export function workUnitsOf(chart: OrganisationChart, staffNo: StaffNo): readonly UnitCode[] {
  return [...new Set(chart.postsOf(staffNo).flatMap((holder) => unitsOfPost(chart, holder)))];
}

function unitsOfPost(chart: OrganisationChart, { post }: Holder): readonly UnitCode[] {
  const section = chart.sectionOf(post.unitCode);
  const below = post.headship ? chart.subtreeOf(post.unitCode) : [];
  return [...(section ? [section.code] : []), ...below];
}
