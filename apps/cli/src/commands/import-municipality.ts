import { parseArgs } from 'node:util';
import { DomainError, type LocalDate, parseLocalDate, parseWareki } from '@fubako/kernel';
import { ImportMunicipality, type ImportReport, type RuleAnswers } from '@fubako/organisation';
import { packageSections } from '../package-sections';
import { type Command, inProduct, say } from './command';

export const importMunicipality: Command = {
  usage:
    'DIR [--dry-run] [--valid-from DAY] [--retroactive CODE=yes|no]... [--shorten CODE]...  load or update a municipality package',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean' },
        'valid-from': { type: 'string' },
        retroactive: { type: 'string', multiple: true, default: [] },
        shorten: { type: 'string', multiple: true, default: [] },
      },
      allowPositionals: true,
    });
    const [folder] = positionals;
    const given = values['valid-from'];
    const validFrom = given === undefined ? undefined : dayOf(given);
    const answers = answersOf(values.retroactive, values.shorten);
    if (!folder || validFrom === null || answers === null) {
      if (validFrom === null) say(`「${given}」は日付ではありません。2027-04-01 か R9.4.1 のように書いてください。`);
      say(
        'Usage: fubako import-municipality DIR [--dry-run] [--valid-from DAY] [--retroactive CODE=yes|no] [--shorten CODE]',
      );
      return 2;
    }
    return inProduct(async (product) => {
      const report = await product
        .get(ImportMunicipality)
        .run(
          { folder, dryRun: values['dry-run'] ?? false, answers, ...(validFrom ? { validFrom } : {}) },
          packageSections(product),
        )
        .catch(refusalWords);
      if (typeof report === 'string') {
        say(report);
        return 1;
      }
      print(report);
      return report.faults.length === 0 ? 0 : 1;
    });
  },
};

/** ISO or wareki, as in the package; null: no day. */
function dayOf(text: string): LocalDate | null {
  return parseLocalDate(text) ?? parseWareki(text);
}

/** `R05=yes`, `20-01-01=no`; null: written otherwise, or shortening what is not retroactive. */
function answersOf(said: readonly string[], shorten: readonly string[]): RuleAnswers | null {
  const pairs = said.map((word) => /^([^=]+)=(yes|no)$/.exec(word));
  const answers = pairs.flatMap((pair) => {
    const [, code = '', word] = pair ?? [];
    return pair ? [[code, { retroactive: word === 'yes', shorten: shorten.includes(code) }] as const] : [];
  });
  const known = new Map(answers);
  return pairs.includes(null) || shorten.some((code) => !known.get(code)?.retroactive) ? null : known;
}

function refusalWords(error: unknown): string {
  if (!(error instanceof DomainError) || error.code !== 'organisation.valid-from-is-past') throw error;
  return '施行日が過去です。本日以後の日にしてください。何も書き込んでいません。';
}

function print({ faults, questions, changes, notes, applied }: ImportReport): void {
  if (faults.length > 0 && questions.length > 0) for (const note of notes) say(note);
  for (const { file, line, column, message } of faults) say(`${file}:${line}:${column}: ${message}`);
  if (faults.length > 0) return say(`${faults.length}か所を直してください。何も書き込んでいません。`);
  for (const { file, key, change } of changes) say(`${CHANGE[change]} ${file} ${key}`);
  for (const note of notes) say(note);
  for (const { file, line, column, message } of questions) say(`${file}:${line}:${column}: ${message}`);
  say(
    applied ? `${changes.length}件を反映しました。` : `${changes.length}件が変わります(試行のため書き込んでいません)。`,
  );
}

const CHANGE = { added: '追加', changed: '変更', ended: '終了' } as const;
