import { HistoryEntry, RouteStep } from './approvals.views.dto';

/** A post of the route as the organisation of the day calls it. */
export class PastPostView {
  postCode: string;
  /** Null when there was no such post on that day. */
  title: string | null;
  unitName: string | null;
  /** Who held it, 本務 first. */
  holders: string[];
}

/** 経路 and 経過 of a matter at the end of a past day. */
export class PastRouteView {
  round: number;
  decisionLabel: string;
  steps: RouteStep[];
  history: HistoryEntry[];
  /** The posts of the seats. */
  posts: PastPostView[];
}
