import { type LocalDate, formatEnglishDay, formatFiscalYear, formatWareki } from '@fubako/kernel';
import {
  type Fault,
  IMPORTED_BY,
  type PackageContents,
  type PackageSection,
  type Register,
  RULE_ANSWERS,
  type RuleAnswer,
  type SectionPlan,
  type Words,
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
    message: `${words.ja}の変更は、いまある簿冊${files}冊に関わります。いまある簿冊にも及ぼすなら --retroactive ${code}=yes、これまでのままにするなら --retroactive ${code}=no を付けてください。${shorten}`,
    english: `The change of ${words.en} concerns ${files} files that are there. Add --retroactive ${code}=yes to have it for them, too, or =no to leave them.${shorter > 0 ? ` Earlier expiries need --shorten ${code}.` : ''}`,
  };
}

const waitFor = (code: string, { at }: NamedRule): Fault => ({
  ...at,
  code: 'package.rule-change-under-way',
  message: `「${code}」の変更をいまある簿冊に及ぼしているところです。終わってから取り込んでください。止めてあるときは、記録管理の画面で再開してください。`,
  english: `The change of “${code}” is being applied to the files that are there. Import when that is done; if it was stopped, go on with it on the records desk.`,
});

function notesOn({ code, words }: NamedRule, effect: RuleEffect, answer: RuleAnswer | undefined): Words[] {
  const { files, documents, shorter, held, inDisposal, bySection, named } = effect;
  const sections = [...bySection];
  const more = files - named.length;
  const outcome = answer && outcomeOf(answer, effect);
  return [
    {
      ja: `${words.ja}に関わる簿冊: ${files}冊・文書${documents}件(${sections.map(([name, count]) => `${name} ${count}冊`).join('、')})。うち満了日が早まるもの ${shorter}冊、廃棄保留中 ${held}冊、廃棄・移管の手続き中 ${inDisposal}冊。`,
      en: `The change of ${words.en} concerns: ${files} files, ${documents} documents (${sections.map(([name, count]) => `“${name}” ${count}`).join(', ')}). Of these ${shorter} would expire earlier, ${held} are on hold, ${inDisposal} are in disposal.`,
    },
    ...named.map((file) => lineOf(code, file)),
    ...(more > 0 ? [{ ja: `「${code}」: ほか${more}冊。`, en: `“${code}”: ${more} more files.` }] : []),
    ...(outcome
      ? [
          {
            ja: `「${code}」: ${outcome.ja}進み具合は記録管理の画面に出ます。`,
            en: `“${code}”: ${outcome.en} The records desk shows how far it is.`,
          },
        ]
      : []),
  ];
}

function lineOf(code: string, file: FileEffect): Words {
  const { title, sectionName, fiscalYear, volume, expiresOn, wouldBe, isShorter, stays } = file;
  const name = `${title}${volume > 1 ? `(${volume})` : ''}`;
  const marks: Words[] = [
    ...(isShorter ? [{ ja: '【早まります】', en: ' [earlier]' }] : []),
    ...(stays ? [STAYS[stays]] : []),
  ];
  return {
    ja: `「${code}」 ${formatFiscalYear(fiscalYear)} ${name}(${sectionName}): 満了 ${dayWords(expiresOn)} → ${dayWords(wouldBe)}${marks.map(({ ja }) => ja).join('')}`,
    en: `“${code}” FY${fiscalYear} “${name}” (“${sectionName}”): expires ${englishDay(expiresOn)} → ${englishDay(wouldBe)}${marks.map(({ en }) => en).join('')}`,
  };
}

const STAYS: Readonly<Record<NonNullable<FileEffect['stays']>, Words>> = {
  held: { ja: '【廃棄保留中のため変わりません】', en: ' [on hold: stays as it is]' },
  'in-disposal': { ja: '【廃棄・移管の手続き中のため変わりません】', en: ' [in disposal: stays as it is]' },
};

function outcomeOf({ retroactive, shorten }: RuleAnswer, { shorter }: RuleEffect): Words {
  if (!retroactive)
    return {
      ja: 'いまある簿冊は、これまでの保存期間のままにします。',
      en: 'Files that are there keep their retention.',
    };
  if (shorter === 0) return { ja: 'いまある簿冊にも及ぼします。', en: 'It concerns files that are there, too.' };
  return shorten
    ? {
        ja: 'いまある簿冊にも及ぼし、満了日が早まることを認めます。',
        en: 'It concerns files that are there, too, and may make them expire earlier.',
      }
    : {
        ja: 'いまある簿冊にも及ぼします。早まる満了日はこれまでの日のままとし、満了日のなかったものは変えません。',
        en: 'It concerns files that are there, too; none expires earlier, and what had no end keeps none.',
      };
}

const dayWords = (on: LocalDate | null): string => (on === null ? '未定またはなし' : formatWareki(on));
const englishDay = (on: LocalDate | null): string => (on === null ? 'not known or never' : formatEnglishDay(on));
