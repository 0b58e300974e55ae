import { type LocalDate, formatFiscalYear, formatWareki } from '@fubako/kernel';
import {
  type Fault,
  IMPORTED_BY,
  type PackageContents,
  type PackageSection,
  type Register,
  RULE_ANSWERS,
  type RuleAnswer,
  type SectionPlan,
  sectionKey,
} from '@fubako/organisation';
import type { RecordRuleChanges } from '../app/keeping/record-rule-changes';
import type { ChangedRules } from '../core/keeping/rule-change';
import type { FileEffect, RuleCounts } from '../app/keeping/rule-effects';
import type { RuleOutlook } from '../app/keeping/rule-outlook';
import { type NamedRule, changedRules } from './changed-rules';
import { FILING_PLAN, type FilingClassValues } from './filing-class-table';

/** Files named one by one; the rest is counted. */
const NAMED = 20;

interface RuleEffect extends RuleCounts {
  readonly named: readonly FileEffect[];
}

const RETENTION_RULES = sectionKey<null>('retention_rules');

/**
 * FIL-7 A changed rule of keeping and the files that are there: lists them, asks whether the rule is retroactive, and lets the
 * worker settle them as was said. It stands behind retention classes and filing plan, which are written first.
 */
export class RetentionRulesSection implements PackageSection<null> {
  readonly key = RETENTION_RULES;
  readonly files = [];

  constructor(
    private readonly outlook: RuleOutlook,
    private readonly recording: RecordRuleChanges,
  ) {}

  read(): Promise<null> {
    return Promise.resolve(null);
  }

  crossCheck(): void {}

  async plan(all: PackageContents): Promise<SectionPlan> {
    const early = tooEarly(all.of(FILING_PLAN), await this.recording.toCome());
    if (early.length > 0) return { changes: [], notes: [], questions: early };
    const { rules, named } = changedRules(all);
    const [first] = named;
    if (!first) return { changes: [], notes: [] };
    const underWay = await this.recording.underWay();
    if (underWay !== null) return { changes: [], notes: [], questions: [waitFor(underWay, first)] };
    const concerned = await this.concerned(rules, named);
    const answers = all.of(RULE_ANSWERS);
    return {
      changes: [],
      notes: concerned.flatMap(({ rule, effect }) => notesOn(rule, effect, answers.get(rule.code))),
      questions: concerned.flatMap(({ rule, effect }) => (answers.has(rule.code) ? [] : [questionOn(rule, effect)])),
    };
  }

  private async concerned(rules: ChangedRules, named: readonly NamedRule[]) {
    const counts = await this.outlook.counts(rules);
    const concerned = [];
    for (const rule of named) {
      const counted = counts.get(rule.code);
      if (!counted) continue;
      const first = await this.outlook.page(rules, rule.code, { after: null, limit: NAMED });
      concerned.push({ rule, effect: { ...counted, named: first } });
    }
    return concerned;
  }

  async apply(all: PackageContents): Promise<void> {
    const { rules, named } = changedRules(all);
    if (named.length === 0) return;
    const by = { staffNo: all.of(IMPORTED_BY), name: '市町村パッケージ' };
    await this.recording.run(rules, { consents: all.of(RULE_ANSWERS), reason: '市町村パッケージの取込', by });
  }
}

/** FIL-9 Classes of the plan that would be kept by a retention class before its first day. */
function tooEarly(plan: Register<FilingClassValues>, toCome: ReadonlyMap<string, LocalDate>): Fault[] {
  return plan.entries.flatMap((entry) => {
    const code = entry.values.retention_class;
    const from = code === null || code === entry.stored?.retention_class ? undefined : toCome.get(code);
    if (from === undefined) return [];
    const message = `保存期間の区分「${code}」は${formatWareki(from)}からです。その日以後に取り込むか、いまある区分を書いてください。`;
    const english = `Retention class “${code}” begins on ${from}. Import on that day or later, or write a class that holds already.`;
    return [{ ...plan.placeOf(entry, 'retention_class'), code: 'package.retention-class-to-come', message, english }];
  });
}

function questionOn({ code, words, at }: NamedRule, { files, shorter }: RuleEffect): Fault {
  const shorten = shorter > 0 ? ` 早まる満了日を認めるときだけ --shorten ${code} を付けてください。` : '';
  return {
    ...at,
    code: 'package.retroactivity-unsaid',
    message: `${words}の変更は、いまある簿冊${files}冊に関わります。いまある簿冊にも及ぼすなら --retroactive ${code}=yes、これまでのままにするなら --retroactive ${code}=no を付けてください。${shorten}`,
    english: `The change of ${words} concerns ${files} files that are there. Add --retroactive ${code}=yes to have it for them, too, or =no to leave them.${shorter > 0 ? ` Earlier expiries need --shorten ${code}.` : ''}`,
  };
}

const waitFor = (code: string, { at }: NamedRule): Fault => ({
  ...at,
  code: 'package.rule-change-under-way',
  message: `「${code}」の変更をいまある簿冊に及ぼしているところです。終わってから取り込んでください。止めてあるときは、記録管理の画面で再開してください。`,
  english: `The change of “${code}” is being applied to the files that are there. Import when that is done; if it was stopped, go on with it on the records desk.`,
});

function notesOn({ code, words }: NamedRule, effect: RuleEffect, answer: RuleAnswer | undefined): string[] {
  const { files, documents, shorter, held, inDisposal, bySection, named } = effect;
  const sections = [...bySection].map(([name, count]) => `${name} ${count}冊`).join('、');
  const counts = `満了日が早まるもの ${shorter}冊、廃棄保留中 ${held}冊、廃棄・移管の手続き中 ${inDisposal}冊`;
  const more = files > named.length ? [`「${code}」: ほか${files - named.length}冊。`] : [];
  return [
    `${words}に関わる簿冊: ${files}冊・文書${documents}件(${sections})。うち${counts}。`,
    ...named.map((file) => `「${code}」 ${lineOf(file)}`),
    ...more,
    ...(answer ? [`「${code}」: ${outcomeOf(answer, effect)}進み具合は記録管理の画面に出ます。`] : []),
  ];
}

function lineOf({ title, sectionName, fiscalYear, volume, expiresOn, wouldBe, isShorter, stays }: FileEffect): string {
  const name = `${formatFiscalYear(fiscalYear)} ${title}${volume > 1 ? `(${volume})` : ''}(${sectionName})`;
  const marks = [
    isShorter ? '【早まります】' : '',
    stays === 'held' ? '【廃棄保留中のため変わりません】' : '',
    stays === 'in-disposal' ? '【廃棄・移管の手続き中のため変わりません】' : '',
  ];
  return `${name}: 満了 ${dayWords(expiresOn)} → ${dayWords(wouldBe)}${marks.join('')}`;
}

function outcomeOf({ retroactive, shorten }: RuleAnswer, { shorter }: RuleEffect): string {
  if (!retroactive) return 'いまある簿冊は、これまでの保存期間のままにします。';
  if (shorter === 0) return 'いまある簿冊にも及ぼします。';
  return shorten
    ? 'いまある簿冊にも及ぼし、満了日が早まることを認めます。'
    : 'いまある簿冊にも及ぼします。早まる満了日はこれまでの日のままとし、満了日のなかったものは変えません。';
}

const dayWords = (on: LocalDate | null): string => (on === null ? '未定またはなし' : formatWareki(on));
