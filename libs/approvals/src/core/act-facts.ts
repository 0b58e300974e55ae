import type { Seat } from './case-state';
import type { Standing } from './standing';

/** The points on which municipalities differ, as far as acts go (CONFIG of the domain reference). */
export interface ActPolicy {
  readonly samePerson: 'merge' | 'actEach';
  /** RULE-30 不同意 stops delegated decision, or is an opinion. */
  readonly concurrenceEffect: 'consent' | 'opinion';
  readonly rejectBy: 'decider' | 'seats';
  readonly pullUp: boolean;
  readonly absenceIncludesVacancy: boolean;
  readonly actingForIntermediates: boolean;
  readonly actingRequiresUrgency: boolean;
  /** Marks of a matter for which 代決 is forbidden (RULE-42). */
  readonly actingExcludes: readonly string[];
  readonly postReview: 'all' | 'acting_judgement' | 'exempt_trivial';
  /** RULE-45 whether absent intermediates are passed over by themselves. */
  readonly absentIntermediates: 'wait' | 'post_review';
}

/** Everything beside the case that the rules look at; gathered in the deciding transaction. */
export interface ActFacts {
  readonly today: string;
  readonly policy: ActPolicy;
  readonly urgent: boolean;
  /** Grounds for escalation and other marks of the matter, e.g. `important`, `unusual`. */
  readonly marks: readonly string[];
  /** Posts whose holder gave an instruction beforehand (RULE-42). */
  readonly instructedPosts: readonly string[];
  /** RULE-52 Whether a letter of the decided matter has gone out. */
  readonly partlySent: boolean;
  /** By post code. */
  readonly standings: Readonly<Record<string, Standing | undefined>>;
  /** Posts to which a decision can rise, nearest first; the last one is the last instance. */
  readonly upward: readonly Seat[];
  /** Whether the actor is of the records office (文書主管課). */
  readonly recordsOffice: boolean;
  /** Whether the actor is the records clerk of the section, or of the records office (RULE-102). */
  readonly recordsClerk: boolean;
}
