/**
 * Planted faults: each is one wrong line in the core of records that would destroy something, or let it be destroyed, too early or by the
 * wrong person; the tests of the core must notice it. `file` is in libs/records/src/core; `find` must occur exactly once there.
 */
export const recordsFaults = [
  {
    name: 'an unknown expiry has passed',
    file: 'disposal/obstacle.ts',
    find: 'return expiresOn !== null && expiresOn < today;',
    put: 'return expiresOn === null || expiresOn < today;',
    also: [
      {
        file: 'disposal/obstacle.ts',
        find: "if (file.expiresOn === null || documents.some(({ expiresOn }) => expiresOn === null)) return 'unknown-expiry';",
        put: '',
      },
    ],
  },
  {
    name: 'the expiry of a document is not looked at, only that of its file',
    file: 'disposal/obstacle.ts',
    find: 'if (!isOver(file.expiresOn, today) || documents.some(({ expiresOn }) => !isOver(expiresOn, today)))',
    put: 'if (!isOver(file.expiresOn, today))',
  },
  {
    name: 'the last day of the period has passed on that day',
    file: 'disposal/obstacle.ts',
    find: 'return expiresOn !== null && expiresOn < today;',
    put: 'return expiresOn !== null && expiresOn <= today;',
  },
  {
    name: 'what is lent goes',
    file: 'disposal/obstacle.ts',
    find: "if (file.lent) return 'lent';",
    put: '',
  },
  {
    name: 'documents of several retention classes go together',
    file: 'disposal/obstacle.ts',
    find: "if (documents.some(({ retentionClass }) => retentionClass !== file.retentionClass)) return 'mixed-retention';",
    put: '',
  },
  {
    name: 'documents of several years go together',
    file: 'disposal/obstacle.ts',
    find: "if (mixesYears(file)) return 'mixed-years';",
    put: '',
  },
  {
    name: 'what is not closed goes',
    file: 'disposal/obstacle.ts',
    find: "if (documents.some(({ provisional }) => provisional)) return 'not-closed';",
    put: '',
  },
  {
    name: 'an empty list is a disposal',
    file: 'disposal/obstacle.ts',
    find: "if (isEmpty(file)) return 'empty';",
    put: '',
  },
  {
    name: 'other documents than those that were decided go',
    file: 'disposal/contents.ts',
    find: 'const known = { file: fileId, expiresOn, documents: ids };',
    put: 'const known = { file: fileId, expiresOn, documents: ids.length };',
  },
  {
    name: 'who has proposed carries it out',
    file: 'disposal/people.ts',
    find: "if (proposers.includes(staffNo)) return 'has-proposed';",
    put: '',
  },
  {
    name: 'who may act for an approver carries it out',
    file: 'disposal/people.ts',
    find: "return delegates.includes(staffNo) ? 'is-delegate' : null;",
    put: 'return null;',
  },
  {
    name: 'who has released the lock carries it out',
    file: 'disposal/people.ts',
    find: "if (involved.releasers.includes(staffNo)) return 'has-released';",
    put: '',
  },
  {
    name: 'a leap of both clocks is believed',
    file: 'disposal/clock-guard.ts',
    find: "return longestGap([since, ...witnesses, now]) > LONGEST_STANDSTILL_MS ? 'leapt' : null;",
    put: 'return null;',
    also: [
      {
        file: 'disposal/clock-guard.ts',
        find: 'if (lastAct === null || now.getTime() - lastAct.getTime() > LONGEST_STANDSTILL_MS)',
        put: 'if (lastAct === null)',
      },
    ],
  },
  {
    name: 'a clock that differs from that of its machine is believed',
    file: 'disposal/clock-guard.ts',
    find: 'if (Math.abs(now.getTime() - hostNow.getTime()) > AGREEMENT_MS)',
    put: 'if (hostNow.getTime() - now.getTime() > AGREEMENT_MS)',
  },
  {
    name: 'a disposal is refused and chosen again',
    file: 'disposal/measure.ts',
    find: "if (mustExtend && measure !== 'extend') return 'must-extend';",
    put: '',
  },
  {
    name: 'another choice than the proposal needs no reason',
    file: 'disposal/measure.ts',
    find: 'return measure !== proposal;',
    put: 'return false;',
  },
  {
    name: 'what was destroyed already this year does not count for the usual volume',
    file: 'disposal/volume-guard.ts',
    find: 'return thisYear + run > USUAL_TIMES * lastYear;',
    put: 'return run > USUAL_TIMES * lastYear;',
  },
  {
    name: 'a file that holds something is taken off the register as empty',
    file: 'keeping/removal.ts',
    find: "if (documents + papers > 0) return 'not-empty';",
    put: '',
  },
  {
    name: 'of several holds the first to end counts',
    file: 'hold.ts',
    find: 'return b !== null && (a === null || a > b);',
    put: 'return b === null || (a !== null && a < b);',
  },
  {
    name: 'a lawsuit ends a year after it was decided',
    file: 'hold.ts',
    find: "const YEAR_AFTER: readonly HoldGround[] = ['disclosure_request', 'appeal'];",
    put: "const YEAR_AFTER: readonly HoldGround[] = ['disclosure_request', 'appeal', 'lawsuit'];",
  },
  {
    name: 'the year of a hold is counted from the decision, not from the day after it',
    file: 'hold.ts',
    find: 'lastDayWithinAYear(addDays(decidedOn, 1))',
    put: 'lastDayWithinAYear(decidedOn)',
  },
  {
    name: 'a period starts with the fiscal year of its day',
    file: 'retention.ts',
    find: 'const startsOn = firstDayOf(fiscalYearOf(day) + 1);',
    put: 'const startsOn = firstDayOf(fiscalYearOf(day));',
  },
  {
    name: 'a period is one year short',
    file: 'retention.ts',
    find: 'const expiresOn = lastDayOf(fiscalYearOf(startsOn) + years - 1);',
    put: 'const expiresOn = lastDayOf(fiscalYearOf(startsOn) + years - 2);',
  },
  {
    name: 'the statutory period is fallen short of',
    file: 'retention.ts',
    find: 'const reckoned = withFloor(reckon(facts), floor);',
    put: 'const reckoned = reckon(facts);',
  },
  {
    name: 'a longer period that it once had is forgotten',
    file: 'retention.ts',
    find: 'return isLater(keepUntil, reckoned)',
    put: 'return isLater(null, reckoned)',
  },
  {
    name: 'no end becomes an end, and that is no shortening',
    file: 'retention.ts',
    find: 'return after !== null && (before === null || after < before);',
    put: 'return after !== null && before !== null && after < before;',
  },
  {
    name: 'an extension is over before it begins',
    file: 'keeping/extend.ts',
    find: 'return extendedTo(expiresOn > lastYearEnd ? expiresOn : lastYearEnd, years);',
    put: 'return extendedTo(expiresOn, years);',
  },
  {
    name: 'the paper of a disposition goes on day 90',
    file: 'paper/substitute.ts',
    find: 'const after = kept === null ? approvedOn : addDays(kept, 1);',
    put: 'const after = kept ?? approvedOn;',
  },
  {
    name: 'paper goes before its scan was approved',
    file: 'paper/substitute.ts',
    find: 'return after > approvedOn ? after : approvedOn;',
    put: 'return kept === null ? approvedOn : after;',
  },
  {
    name: 'who decided that paper goes destroys it',
    file: 'paper/substitute.ts',
    find: "return keeps && staffNo !== steps.destructionDecidedBy ? ['destroy'] : [];",
    put: "return keeps ? ['destroy'] : [];",
  },
  {
    name: 'who scanned checks',
    file: 'paper/substitute.ts',
    find: 'if (actor.staffNo === scannedBy) return [];',
    put: '',
  },
];
