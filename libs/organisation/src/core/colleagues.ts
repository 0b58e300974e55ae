import type { PostCode, StaffNo } from '@fubako/kernel';
import type { Post } from './facts';
import type { OrganisationChart } from './organisation-chart';
import { workUnitsOf } from './work-units';

/** Whose calendar somebody sees: the posts of their own sections, and those for which an order names a post of theirs. */
export interface CalendarPosts {
  readonly own: readonly Post[];
  readonly section: readonly Post[];
  readonly actsFor: readonly Post[];
}

/** The three do not overlap: a post that is one's own is no post of the section (ABS-6). */
export function calendarPostsOf(chart: OrganisationChart, staffNo: StaffNo): CalendarPosts {
  const own = chart.postsOf(staffNo).map(({ post }) => post);
  const mine = new Set(own.map(({ code }) => code));
  const units = new Set(workUnitsOf(chart, staffNo));
  const isNear = ({ unitCode }: Post): boolean => {
    const section = chart.sectionOf(unitCode)?.code;
    return units.has(unitCode) || (section !== undefined && units.has(section));
  };
  const actsFor = (post: Post): boolean =>
    chart.actingOrderOf(post.code).some(({ actingPostCode }) => mine.has(actingPostCode));
  const others = bySeniority(chart.posts()).filter(({ code }) => !mine.has(code));
  const section = others.filter(isNear);
  const near = new Set<PostCode>(section.map(({ code }) => code));
  return { own, section, actsFor: others.filter((post) => !near.has(post.code) && actsFor(post)) };
}

function bySeniority(posts: readonly Post[]): readonly Post[] {
  return [...posts].sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1));
}
