import { ACTS, ACT_KINDS, ACT_ROLES, type ActKind, type ActRole, TERMINAL } from './act-table';
import type { MatterState } from './case-state';
import { actWords } from './words';

const STATES: readonly MatterState[] = [
  'drafting',
  'circulating',
  'returned',
  'pulled_back',
  'decided',
  'executed',
  'closed',
  'rejected',
  'withdrawn',
  'abandoned',
];

const ROLE_WORDS: Readonly<Record<ActRole, string>> = {
  holder: 'holder of the open seat (処理者)',
  giver: 'who handed the task over (引継元)',
  'stand-in': 'acting person or proxy (代決者・代理人)',
  'later-seat': 'holder of a later seat (後の席)',
  'passed-seat': 'who is owed a reading (後閲者)',
  'acted-seat': 'who acted last (直前の処理者)',
  drafter: 'drafter (起案者)',
  'records-office': 'records office (文書主管課)',
};

/** The acts that a role may think of in a state; whether one is lawful now the engine says for each matter. */
export function thinkableActs(role: ActRole, state: MatterState): ActKind[] {
  return ACT_KINDS.filter((kind) => ACTS[kind].by[role]?.includes(state));
}

/** docs/approvals.md: the table of acts as the engine has it. */
export function actTableDocument(): string {
  return [
    '# Approvals: states, acts, and who may do what',
    '',
    'Printed from `libs/approvals/src/core/act-table.ts` by `fubako acts-table`; a test compares it, and another compares it',
    'with what the API does. Every state, act and person that is not here is refused. What stands against an act that is',
    'here (the content changed, the holder is present, a section was not heard …) is listed in SPEC.md and answered with',
    'its rule.',
    '',
    '## Acts',
    '',
    table(
      ['act', 'called', 'who: in which states', 'steps', 'reason', 'bound to content', 'leads to', 'rule'],
      ACT_KINDS.map(actLine),
    ),
    '',
    '`leads to` is empty where the matter stays, or moves on by itself: with the last seat of the decision it is decided.',
    'Terminal: ' + TERMINAL.map((state) => `\`${state}\``).join(', ') + '.',
    '',
    '## State × role',
    '',
    table(
      ['state', ...ACT_ROLES.map((role) => ROLE_WORDS[role])],
      STATES.map((state) => [
        `\`${state}\``,
        ...ACT_ROLES.map(
          (role) =>
            thinkableActs(role, state)
              .map((kind) => `\`${kind}\``)
              .join(' ') || '–',
        ),
      ]),
    ),
    '',
  ].join('\n');
}

function actLine(kind: ActKind): string[] {
  const { by, steps, reason, content, to, rule } = ACTS[kind];
  const who = ACT_ROLES.flatMap((role) => (by[role] ? [`${role}: ${by[role].join(', ')}`] : []));
  return [
    `\`${kind}\``,
    actWords(kind, 'ja'),
    who.join('; '),
    steps.length === 0 ? 'the whole matter' : steps.join(', '),
    reason,
    content ? 'yes' : 'no',
    to === null ? '' : `\`${to}\``,
    rule,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
