/**
 * Planted faults of the archive search: each is one wrong line that the comparison with looking at every document must notice.
 * `file` is in libs/search/src; `find` must occur exactly once there, so that a fault that no longer applies is seen.
 */
export const searchFaults = [
  {
    name: 'four characters are taken for proven by their grams',
    file: 'core/grams.ts',
    find: 'return needle.length <= 2 ||',
    put: 'return needle.length <= 4 ||',
  },
  {
    name: 'texts are not compared after the lookup',
    file: 'data/hits.sql.ts',
    find: '.filter((condition) => !isProven(condition))',
    put: '.filter(() => false)',
  },
  {
    name: 'the last pair of a text is not indexed',
    file: 'core/grams.ts',
    find: 'if (at + 1 < folded.length) grams.add(pair(',
    put: 'if (at + 2 < folded.length) grams.add(pair(',
  },
  {
    name: 'triples at the end of a text are not indexed',
    file: 'core/grams.ts',
    find: 'const place = placeAt(folded, at);',
    put: 'const place = at + 3 < folded.length ? placeAt(folded, at) : null;',
  },
  {
    name: 'exclusions that need the text are turned round',
    file: 'data/condition.sql.ts',
    find: 'return sql`(not ${comparisonOf(condition.of, sight)})`;',
    put: 'return comparisonOf(condition.of, sight);',
  },
  {
    name: 'exclusions are made by grams alone',
    file: 'data/condition.sql.ts',
    find: 'const settled = isProven(condition.of) && !(strict && hasTerms(condition.of));',
    put: 'const settled = true;',
  },
  {
    name: 'alternatives that the index does not know are forgotten',
    file: 'data/condition.sql.ts',
    find: 'return known.length === condition.of.length ?',
    put: 'return known.length > 0 ?',
  },
  {
    name: 'fields look into the neighbouring source',
    file: 'data/condition.sql.ts',
    find: 'PART_SOURCES.indexOf(field) + 1',
    put: 'PART_SOURCES.indexOf(field) + 2',
  },
  {
    name: 'sources are not kept apart',
    file: 'core/entry.ts',
    find: 'const isLast = parts[index + 1]?.part.source !== part.source;',
    put: 'const isLast = false;',
  },
  {
    name: 'days in other spellings are not looked up',
    file: 'core/plan.ts',
    find: 'return day === null ? [required] : [required, [dayGram(day)]];',
    put: 'return day !== null ? [required, required] : [required];',
  },
  {
    name: 'days end within longer numbers',
    file: 'core/dates.ts',
    find: "return /\\d/.test(text[to - 1] ?? '') && /[\\da-z]/.test(text[to] ?? GAP);",
    put: 'return false;',
  },
  {
    name: 'what was written does not count when foldings are off',
    file: 'core/highlight.ts',
    find: 'if (off.length === 0 || foldKeyWithout(',
    put: 'if (off.length >= 0 || foldKeyWithout(',
  },
  {
    name: 'pages are not compared with what was written',
    file: 'app/archive-hits.ts',
    find: 'return isStrict(question) ? this.written.hits(question, limit) : this.rows.page(question, limit);',
    put: 'return this.rows.page(question, limit);',
  },
  {
    name: 'exclusions do not count in what was written',
    file: 'core/written.ts',
    find: 'return !meets(document, condition.of, how);',
    put: 'return true;',
  },
  {
    name: 'everybody reads everything',
    file: 'data/hits.sql.ts',
    find: 'conditions.push(sql`(${visible})`, ...filtersOf(filter));',
    put: 'conditions.push(...filtersOf(filter));',
  },
  {
    name: 'the next page repeats the last hit',
    file: 'data/hits.sql.ts',
    find: '[sql`(d.sort_on, d.document_id) < (',
    put: '[sql`(d.sort_on, d.document_id) <= (',
  },
  {
    name: 'phrases are taken for numbers',
    file: 'core/query.ts',
    find: "const numbers = bare && !this.off.includes('numbers')",
    put: "const numbers = !this.off.includes('numbers')",
  },
  {
    name: 'the day of a submission is taken for that of a decision',
    file: 'data/condition.sql.ts',
    find: 'sql`(${entry}.decided and ',
    put: 'sql`(true and ',
  },
  {
    name: 'a chosen facet narrows itself',
    file: 'data/facets.sql.ts',
    find: 'const open = { ...question, filter: without(question.filter, field) };',
    put: 'const open = question;',
  },
  {
    name: 'files are found by the beginning of their title alone',
    file: 'app/file-names.ts',
    find: 'foldKey(title).includes(needle)',
    put: 'foldKey(title).startsWith(needle)',
  },
  {
    name: 'chosen files narrow nothing',
    file: 'data/hits.sql.ts',
    find: 'if (files) conditions.push(',
    put: 'if (files?.length === 0) conditions.push(',
  },
  {
    name: 'what is not filed lies in every file where foldings are off',
    file: 'core/written.ts',
    find: 'return value !== null && (',
    put: 'return value === null || (',
  },
];
