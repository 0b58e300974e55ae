import { type BulkFacts, BULK_EXCLUSIONS, bulkExclusion } from './bulk-policy';

const plain: BulkFacts = {
  changedSinceListed: false,
  newComments: 0,
  objections: 0,
  acting: false,
  confidential: false,
  unreadAttachments: 0,
  amount: 1_000_000,
};
const strict = { excludes: [...BULK_EXCLUSIONS], maxAmount: 10_000_000 };

describe('bulkExclusion', () => {
  it.each([
    ['secret', { confidential: true }],
    ['objection', { objections: 1 }],
    ['acting', { acting: true }],
    ['unread_attachment', { unreadAttachments: 2 }],
    ['new_comment', { newComments: 1 }],
    ['over_amount', { amount: 10_000_001 }],
    ['changed_since_listed', { changedSinceListed: true }],
  ] as const)('RULE-64 leaves out %s', (ground, facts) => {
    expect(bulkExclusion({ ...plain, ...facts }, strict)).toBe(ground);
  });

  it('takes everything else, up to the limit itself', () => {
    expect(bulkExclusion({ ...plain, amount: 10_000_000 }, strict)).toBeNull();
    expect(bulkExclusion({ ...plain, amount: null }, strict)).toBeNull();
  });

  it('BULK-1 changed content is left out whatever the municipality says', () => {
    expect(bulkExclusion({ ...plain, changedSinceListed: true }, { excludes: [], maxAmount: null })).toBe(
      'changed_since_listed',
    );
    expect(
      bulkExclusion({ ...plain, confidential: true, objections: 3 }, { excludes: [], maxAmount: null }),
    ).toBeNull();
  });
});
