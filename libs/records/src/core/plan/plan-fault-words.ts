import type { PlanFault } from './plan-faults';

type Words = readonly [ja: string, en: string];

/** Faults by code, or by code and column where the column says what to do. */
const WORDS: Readonly<Record<string, Words>> = {
  'package.unknown-reference parent_code': [
    '上位の分類がありません。上位の分類を選び直すか、先に足してください。',
    'The class above it is not there. Choose another, or add it first.',
  ],
  'package.unknown-reference function_code': [
    '事務分掌がありません。選び直してください。',
    'The function is not there. Choose another.',
  ],
  'package.unknown-reference org_unit_code': [
    '所管の課がありません。選び直してください。',
    'The section is not there. Choose another.',
  ],
  'package.unknown-reference retention_class': [
    '保存期間の区分がありません。選び直してください。',
    'The retention class is not there. Choose another.',
  ],
  'package.wrong-level': [
    '上位の分類の段が合いません。大分類・中分類・小分類の順に置いてください。',
    'The class above it is of the wrong level: first, second, third.',
  ],
  'package.level-changed': [
    '小分類は段を変えられません。つづられた文書があり得るので、新しい分類を作ってください。',
    'A class of the third level keeps its level: documents may lie in it. Add another class.',
  ],
  'package.loop': [
    '上位の分類が輪になっています。どれかの上位を選び直してください。',
    'The classes above it form a ring.',
  ],
  'package.required retention_class': [
    '小分類には保存期間の区分が要ります。選んでください。',
    'A class of the third level needs a retention class.',
  ],
  'package.required disclosure_class': [
    '小分類には公開の区分が要ります。選んでください。',
    'A class of the third level needs a disclosure class.',
  ],
  'package.required statutory_years': [
    '法令名だけがあります。法定の年数も入れるか、両方を空にしてください。',
    'There is a law without its years. Enter the years, or empty both.',
  ],
  'package.required statutory_law': [
    '法定の年数の根拠がありません。法令名も入れるか、両方を空にしてください。',
    'There are statutory years without a law. Name the law, or empty both.',
  ],
  'plan.retention-to-come': [
    'この保存期間の区分は、施行日にはまだ使えません。施行日を後にするか、ほかの区分にしてください。',
    'This retention class may not be used yet on the day of the plan. Choose a later day, or another class.',
  ],
  'plan.outlives-its-parent': [
    '上位の分類のほうが先に終わります。この分類の最終年度を入れるか、別の分類の下に移してください。',
    'The class above it ends first. End this class as well, or move it below another.',
  ],
  'plan.ended-before': [
    '最終年度が施行日の前の年度より古くなっています。前の年度か、それより後にしてください。',
    'Its last year lies before the year that precedes this plan. Choose that year or a later one.',
  ],
  'plan.law-is-longer': [
    '法定の保存期間のほうが長いので、そちらで保存します。',
    'The law asks for longer: its period is kept.',
  ],
  'plan.preset-ends': [
    '事案の種類の既定の分類です。施行日までに、種類の既定を別の分類に変えてください。',
    'A matter type presets this class. Give the type another one by that day.',
  ],
};

const OTHER: Words = ['この欄を直してください。', 'Correct this.'];

export function planFaultWords({ code, column }: PlanFault, language: 'ja' | 'en'): string {
  const [ja, en] = WORDS[`${code} ${column}`] ?? WORDS[code] ?? OTHER;
  return language === 'ja' ? ja : en;
}
