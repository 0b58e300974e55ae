/** 段階: 課の評価, 文書主管課の確認, 公文書館の意見, 廃棄・移管の決裁, 実行と証明. */
export const STEPS = ['assessment', 'review', 'consultation', 'decision', 'execution', 'finished'] as const;
export type Step = (typeof STEPS)[number];

export const DISPOSAL_ACTS = [
  'choose',
  'split',
  'submit',
  'return',
  'forward',
  'opine',
  'propose',
  'confirm',
  'execute',
  'receive',
] as const;
export type DisposalAct = (typeof DISPOSAL_ACTS)[number];

/** What somebody is to the section of a batch. */
export interface Part {
  readonly head: boolean;
  readonly clerk: boolean;
  readonly office: boolean;
  readonly archivist: boolean;
  readonly auditor: boolean;
}

/** Where a batch stands. */
export interface Standing {
  readonly step: Step;
  /** A decision was drafted and is not over. */
  readonly underDecision: boolean;
  readonly started: boolean;
  readonly confirmed: boolean;
  /** Files that are still to be destroyed, and to be handed over. */
  readonly toDestroy: number;
  readonly toTransfer: number;
}

interface Rule {
  readonly steps: readonly Step[];
  readonly who: (part: Part) => boolean;
  readonly when?: (standing: Standing) => boolean;
}

const idle = ({ underDecision }: Standing): boolean => !underDecision;
const sectionOrOffice = ({ head, clerk, office }: Part): boolean => head || clerk || office;

/** DISP-2 Who may do what, and in which step. */
const RULES: Readonly<Record<DisposalAct, Rule>> = {
  choose: { steps: ['assessment', 'decision'], who: sectionOrOffice, when: idle },
  split: { steps: ['assessment'], who: ({ head, clerk }) => head || clerk },
  submit: { steps: ['assessment'], who: ({ head }) => head },
  return: { steps: ['review'], who: ({ office }) => office },
  forward: { steps: ['review'], who: ({ office }) => office },
  opine: { steps: ['consultation'], who: ({ archivist }) => archivist },
  propose: { steps: ['decision'], who: ({ office }) => office, when: idle },
  confirm: {
    steps: ['execution'],
    who: ({ office, auditor, archivist }) => office || auditor || archivist,
    when: ({ started, confirmed, toDestroy }) => !started && !confirmed && toDestroy > 0,
  },
  execute: {
    steps: ['execution'],
    who: ({ clerk, office }) => clerk || office,
    when: ({ started, toDestroy }) => !started && toDestroy > 0,
  },
  receive: { steps: ['execution'], who: ({ archivist }) => archivist, when: ({ toTransfer }) => toTransfer > 0 },
};

export type ActFault = 'wrong-step' | 'not-yours';

export function actFault(act: DisposalAct, standing: Standing, part: Part): ActFault | null {
  const { steps, who, when } = RULES[act];
  if (!who(part)) return 'not-yours';
  // The section chooses in its own step; what the archives asked for afterwards is for the records office to follow.
  if (act === 'choose' && (standing.step === 'assessment' ? !(part.head || part.clerk) : !part.office))
    return 'not-yours';
  return steps.includes(standing.step) && (when?.(standing) ?? true) ? null : 'wrong-step';
}

export function allowedActs(standing: Standing, part: Part): DisposalAct[] {
  return DISPOSAL_ACTS.filter((act) => actFault(act, standing, part) === null);
}
