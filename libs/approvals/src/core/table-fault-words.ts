/** Faults of a table row in English; the package importer words them in Japanese, with all particulars. */
const ENGLISH: Readonly<Record<string, string>> = {
  'package.required':
    'Fill this in: a rule needs a matter type, a priority, a reason, and a rank or a post that decides.',
  'package.bad-condition': 'This condition cannot be read. Example: method == "随意契約" and amount > 1300000',
  'package.bad-concurrence':
    'Write unit codes, each once: ";" between those asked at the same time, ">" between those asked in turn.',
  'package.unknown-reference':
    'There is no such code. Correct it, or add it to the organisation or the matter types first.',
  'package.reference-not-in-force': 'This code is not in force on the day of the table.',
  'package.unknown-field': 'The form of this matter type has no such field.',
  'package.never-holds': 'This comparison can never hold: the field never has that value.',
  'package.bounds-reversed': 'The lower bound is above the upper one.',
  'package.rules-overlap': 'Another row of the same type, priority and condition covers some of the same amounts.',
  'package.no-such-rank': 'No head of that rank or higher exists on the day of the table.',
  'table.empty': 'The table has no rows.',
  'table.vacant': 'The deciding post is vacant on that day: the decision goes to the next head upward.',
  'table.unreached':
    'No matter comes to this row: one of an earlier priority decides all of its amounts. Change priority, condition or amounts, or remove it.',
  'table.bare-type': 'A matter type has no row: it can be drafted, but nobody decides it.',
};

export function tableFaultWords(
  fault: { readonly code: string; readonly message: string },
  language: 'ja' | 'en',
): string {
  return language === 'ja' ? fault.message : (ENGLISH[fault.code] ?? 'This cell cannot be read. Correct its spelling.');
}
