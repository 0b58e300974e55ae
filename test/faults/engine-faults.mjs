/**
 * Planted faults: each is one wrong line in the approvals core that the tests of the core must notice. `file` is in
 * libs/approvals/src/core; `find` must occur exactly once there, so that a fault that no longer applies is seen.
 */
export const engineFaults = [
  {
    name: 'a drafter may approve the own draft',
    file: 'obstacle.ts',
    find: "return actor === state.drafter && kind !== 'remove_seat';",
    put: 'return false;',
  },
  {
    name: 'an act is not bound to the content that was seen',
    file: 'obstacle.ts',
    find: 'if (row.content && wanted.contentDigest !== state.contentDigest)',
    put: 'if (row.content && false)',
  },
  {
    name: 'a step is complete with the first of its sections',
    file: 'advance.ts',
    find: 'if (branches.every((seats) => seats.every(isOver))) return true;',
    put: 'if (branches.some((seats) => seats.every(isOver))) return true;',
  },
  {
    name: 'an objection leaves the decision where it is',
    file: 'consequences.ts',
    find: "return there ? [] : [{ type: 'decision-raised', seat: last, because: { code: 'objection', seatId: seat.id } }];",
    put: 'return [];',
  },
  {
    name: 'acting decision although the decider is there',
    file: 'obstacle.ts',
    find: "if (!standing || standing.away === null) return refusal('holder-present', 'RULE-40');\n  if (standing.away === 'vacancy'",
    put: "if (!standing) return refusal('holder-present', 'RULE-40');\n  if (standing.away === 'vacancy'",
    also: [
      {
        file: 'roles-in-case.ts',
        find: "'stand-in': open && standsIn && seat.principal !== staffNo,",
        put: "'stand-in': open && seat.principal !== staffNo,",
      },
    ],
  },
  {
    name: 'acting decision of matters that are not urgent',
    file: 'obstacle.ts',
    find: 'return facts.policy.actingRequiresUrgency && !facts.urgent ?',
    put: 'return false ?',
  },
  {
    name: 'acting decision of excluded matters',
    file: 'obstacle.ts',
    find: 'if (!instructed && facts.marks.some(',
    put: 'if (false && facts.marks.some(',
  },
  {
    name: 'acting decision of what a section objected to',
    file: 'obstacle.ts',
    find: "if (objected && excluded.includes('non_agreed'))",
    put: 'if (false)',
  },
  {
    name: 'acting decision for an empty post',
    file: 'obstacle.ts',
    find: "if (standing.away === 'vacancy' && !facts.policy.absenceIncludesVacancy)",
    put: 'if (false)',
  },
  {
    name: 'a pull-up passes over sections',
    file: 'obstacle.ts',
    find: "if (before.some((one) => one.kind !== 'line'))",
    put: 'if (false)',
  },
  {
    name: 'whoever was passed over is not asked to read',
    file: 'consequences.ts',
    find: 'return [acted, ...passed, ...raiseOnObjection',
    put: 'return [acted, ...raiseOnObjection',
  },
  {
    name: 'whoever was decided for is not asked to read',
    file: 'consequences.ts',
    find: 'if (principal === null || (wanted.postReview === false && mayWaiveReview(facts))) return [];',
    put: 'if (principal !== undefined) return [];',
  },
  {
    name: 'an act is recalled after others have acted',
    file: 'obstacle.ts',
    find: 'if (seat.actedNo === null || seat.actedNo !== last)',
    put: 'if (seat.actedNo === null)',
  },
  {
    name: 'a recalled act leaves the next seat open',
    file: 'consequences.ts',
    find: '    ...backToWaiting(state, { seat, step }),\n',
    put: '',
  },
  {
    name: 'a draft is pulled back after somebody acted',
    file: 'obstacle.ts',
    find: "return wanted.kind === 'pull_back' && someoneActed(state) ?",
    put: 'return false ?',
  },
  {
    name: 'a returned draft leaves seats open',
    file: 'consequences.ts',
    find: 'return [...first, ...suspended, ',
    put: 'return [...first, ',
  },
  {
    name: 'a change of substance asks nobody again',
    file: 'consequences.ts',
    find: 'if (!revision.substance) return [revised];',
    put: 'if (revision) return [revised];',
  },
  {
    name: 'a decision waits for its own drafter',
    file: 'advance.ts',
    find: "const cause = principal === null ? 'vacant' : principal === state.drafter ? 'drafter' : null;",
    put: "const cause = principal === null ? 'vacant' : null;",
  },
  {
    name: 'a seat stays with whom it opened for',
    file: 'act.ts',
    find: "if (seat.state !== 'active' || seat.handedTo !== null) return seat;",
    put: 'if (seat.id) return seat;',
  },
  {
    name: 'who sits in several seats acts in each',
    file: 'advance.ts',
    find: "if (facts.policy.samePerson !== 'merge' || step.kind === 'circulation') return false;",
    put: 'if (facts.policy) return false;',
  },
  {
    name: 'every section must agree although some are enough',
    file: 'advance.ts',
    find: "if (step.need === 'all') return false;\n  const agreed",
    put: 'if (step.need) return false;\n  const agreed',
  },
  {
    name: 'readers hold the matter up',
    file: 'advance.ts',
    find: "    if (step.kind === 'circulation') continue;\n",
    put: '',
  },
  {
    name: 'a task is handed over to the drafter',
    file: 'act-details.ts',
    find: 'const bad = !to || to === state.drafter ||',
    put: 'const bad = !to ||',
  },
  {
    name: 'a handed task is handed on',
    file: 'obstacle.ts',
    find: "if (seat.handedTo !== null && wanted.actor === seat.handedTo) return refusal('not-handed-on', 'RULE-47');",
    put: '',
  },
  {
    name: 'a decision of an earlier round stands',
    file: 'resubmit.ts',
    find: "if (kind === 'decision' || policy === 'resumeFromStart') return false;",
    put: "if (policy === 'resumeFromStart') return false;",
    also: [
      {
        file: 'resubmit.ts',
        find: "  'approved',\n  'approved_with_opinion',\n  'consented',",
        put: "  'decided',\n  'approved',\n  'approved_with_opinion',\n  'consented',",
      },
    ],
  },
  {
    name: 'an approval stands for a successor',
    file: 'resubmit.ts',
    find: ' && e.holder === seat.holder?.staffNo',
    put: '',
  },
  {
    name: 'a ground for escalation lowers the decision',
    file: 'choose-rule.ts',
    find: 'candidate.deciderRank > rule.deciderRank',
    put: 'candidate.deciderRank < rule.deciderRank',
  },
  {
    name: 'the forecast is not what happens',
    file: 'forecast.ts',
    find: 'skip: seat.skip ?? skip',
    put: 'skip: seat.skip',
  },
  {
    name: 'what the rules ask for is taken out by the drafter',
    file: 'obstacle.ts',
    find: "if (seat.origin !== 'rule') return null;",
    put: 'if (seat.origin) return null;',
  },
  {
    name: 'a hold has no end',
    file: 'act-details.ts',
    find: 'return days >= 1 && days <= HOLD_DAYS ?',
    put: 'return days >= 1 ?',
  },
  {
    name: 'a decision waits, and the matter is changed meanwhile',
    file: 'staging.ts',
    find: "return reads || kind === 'post_review' ? null",
    put: "return reads || kind !== 'revise' ? null",
  },
  {
    name: 'a rejection has no grace time',
    file: 'staging.ts',
    find: "event.to === 'decided' || event.to === 'rejected'",
    put: "event.to === 'decided'",
  },
];
