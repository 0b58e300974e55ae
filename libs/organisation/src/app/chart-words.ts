import type { StaffNo } from '@fubako/kernel';
import type { Post } from '../core/facts';
import type { Holder, OrganisationChart } from '../core/organisation-chart';
import type { StandIn } from '../core/stand-ins';
import type { PersonView, StandInPersonView } from './absences.views.dto';

/** How the chart of a day calls posts and people. */
export function placeOf(chart: OrganisationChart, post: Post) {
  return { postTitle: post.title, unitName: chart.unit(post.unitCode)?.name ?? '' };
}

export function standInView(chart: OrganisationChart, { holder, ...more }: StandInLike): StandInPersonView {
  const { staffNo, name } = holder.person;
  return { staffNo, name, ...placeOf(chart, holder.post), matterTypes: [...(more.matterTypes ?? [])] };
}

type StandInLike = { readonly holder: Holder } & Partial<Pick<StandIn, 'matterTypes'>>;

/** Null: nobody of that number. Without a post the title is empty. */
export function personView(chart: OrganisationChart, staffNo: StaffNo): PersonView | null {
  const person = chart.person(staffNo);
  if (!person) return null;
  const [main] = chart.postsOf(staffNo);
  const place = main ? placeOf(chart, main.post) : { postTitle: '', unitName: '' };
  return { staffNo, name: person.name, kana: person.kana, ...place };
}
