import fc from 'fast-check';
import { DOCUMENT_ACTS, type DocumentPlace, documentObstacle, suggestedActs } from './document-acts';
import { DOCUMENT_STATES } from './states';

const stranger: DocumentPlace = {
  state: 'circulating',
  left: false,
  erased: false,
  handedOver: false,
  mine: false,
  ofSection: false,
  keeper: false,
  posted: true,
};
const told = (place: Partial<DocumentPlace>) =>
  suggestedActs({ ...stranger, ...place }).map(({ act, obstacle }) => (obstacle ? `${act}: ${obstacle}` : act));

describe('what is offered beside the approval', () => {
  it.each<[string, Partial<DocumentPlace>, string[]]>([
    ['a drafter while it is a draft', { mine: true, state: 'drafting' }, ['edit', 'attach', 'submit']],
    ['a drafter while it goes round', { mine: true }, ['edit: not-editable', 'redraft: not-finished']],
    ['a drafter who has left the section', { mine: true, left: true, state: 'drafting' }, ['edit: left-behind']],
    ['somebody of the section it was left to', { left: true, ofSection: true, state: 'returned' }, ['take_over']],
    ['a reader of another section', { left: true, state: 'returned' }, ['take_over: not-your-section']],
    ['an approver while it goes round', {}, []],
    ['an approver after the decision', { state: 'decided' }, ['redraft', 'add_file: not-your-addition']],
    ['a records clerk after the decision', { state: 'executed', keeper: true }, ['redraft', 'add_file']],
    ['a records clerk while it goes round', { keeper: true }, ['add_file: not-decided']],
    ['anybody, once it is erased', { state: 'closed', erased: true }, ['redraft: content-erased']],
    [
      'the drafter of what the archives keep',
      { state: 'closed', handedOver: true, mine: true },
      ['add_file: handed-over'],
    ],
    ['somebody without a post', { state: 'rejected', posted: false }, ['redraft: no-post']],
  ])('DOC-11 %s', (_, place, expected) => {
    expect(told(place)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(told(place)).toEqual([]);
  });

  it('DOC-11 is what the acts let through: nothing possible is left out, nothing else is offered', () => {
    const places = fc.record({
      state: fc.constantFrom(...DOCUMENT_STATES),
      left: fc.boolean(),
      erased: fc.boolean(),
      handedOver: fc.boolean(),
      mine: fc.boolean(),
      ofSection: fc.boolean(),
      keeper: fc.boolean(),
      posted: fc.boolean(),
    });
    fc.assert(
      fc.property(places, (place) => {
        const offered = suggestedActs(place).flatMap(({ act, obstacle }) => (obstacle === null ? [act] : []));
        expect(offered).toEqual(DOCUMENT_ACTS.filter((act) => documentObstacle(act, place) === null));
      }),
    );
  });
});
