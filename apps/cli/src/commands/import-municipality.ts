import { parseArgs } from 'node:util';
import { ImportMunicipality, type ImportReport } from '@fubako/organisation';
import { packageSections } from '../package-sections';
import { type Command, inProduct, say } from './command';

export const importMunicipality: Command = {
  usage: 'DIR [--dry-run]  load or update a municipality package',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean' } },
      allowPositionals: true,
    });
    const [folder] = positionals;
    if (!folder) {
      say('Usage: fubako import-municipality DIR [--dry-run]');
      return 2;
    }
    return inProduct(async (product) => {
      const report = await product
        .get(ImportMunicipality)
        .run({ folder, dryRun: values['dry-run'] ?? false }, packageSections(product));
      print(report);
      return report.faults.length === 0 ? 0 : 1;
    });
  },
};

function print({ faults, changes, notes, applied }: ImportReport): void {
  for (const { file, line, column, message } of faults) say(`${file}:${line}:${column}: ${message}`);
  if (faults.length > 0) return say(`${faults.length}か所を直してください。何も書き込んでいません。`);
  for (const { file, key, change } of changes) say(`${CHANGE[change]} ${file} ${key}`);
  for (const note of notes) say(note);
  say(
    applied ? `${changes.length}件を反映しました。` : `${changes.length}件が変わります(試行のため書き込んでいません)。`,
  );
}

const CHANGE = { added: '追加', changed: '変更', ended: '終了' } as const;
