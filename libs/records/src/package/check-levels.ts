import { type Entry, type Faults, type Register, findLoop } from '@fubako/organisation';
import type { FilingClassValues } from './filing-class-table';

type Plan = Register<FilingClassValues>;

/** 大・中・小分類: every class hangs one level below its parent; the third level says how long and how openly it is kept. */
export function checkLevels(plan: Plan, faults: Faults): void {
  const loop = checkLoop(plan, faults);
  for (const entry of plan.entries) {
    if (!loop.includes(entry.key)) checkParent(entry, plan, faults);
    checkLeaf(entry, plan, faults);
  }
}

function checkLoop(plan: Plan, faults: Faults): readonly string[] {
  const parentOf = (key: string): string[] => plan.of(key).flatMap(({ values }) => values.parent_code ?? []);
  const loop = findLoop([...new Set(plan.entries.map(({ key }) => key))], parentOf);
  const members = plan.entries.filter(({ key }) => loop.includes(key));
  const shown = members.find(({ row }) => row !== null) ?? members[0];
  if (shown)
    faults.add(plan.placeOf(shown, 'parent_code'), 'package.loop', {
      ja: `上位の分類が輪になっています(${[...loop, loop[0]].join(' → ')})。どれかの「parent_code」を直してください。`,
      en: `The classes above form a ring (${[...loop, loop[0]].join(' → ')}). Correct the “parent_code” of one.`,
    });
  return loop;
}

function checkParent(entry: Entry<FilingClassValues>, plan: Plan, faults: Faults): void {
  const { level, parent_code: parentCode } = entry.values;
  const complain = (ja: string, en: string): void =>
    faults.add(plan.placeOf(entry, 'parent_code'), 'package.wrong-level', { ja, en });
  if (level === 1 && parentCode !== null)
    complain(
      '大分類(level 1)に上位の分類は書けません。「parent_code」を空にしてください。',
      'A class of level 1 has none above it. Leave “parent_code” empty.',
    );
  if (level === 1) return;
  if (parentCode === null)
    return complain(
      `level ${level} の分類には、level ${level - 1} の分類を「parent_code」に書いてください。`,
      `A class of level ${level} needs one of level ${level - 1} as its “parent_code”.`,
    );
  const parent = plan.of(parentCode)[0]?.values;
  if (parent && parent.level !== level - 1)
    complain(
      `level ${level} の分類の上位は level ${level - 1} でなければなりません(「${parentCode}」は level ${parent.level} です)。`,
      `Above a class of level ${level} stands one of level ${level - 1} (“${parentCode}” is of level ${parent.level}).`,
    );
}

function checkLeaf(entry: Entry<FilingClassValues>, plan: Plan, faults: Faults): void {
  const { values, stored } = entry;
  if (values.level !== 3) {
    if (stored?.level === 3)
      faults.add(plan.placeOf(entry, 'level'), 'package.level-changed', {
        ja: `「${entry.key}」は小分類として登録されていて、つづられた文書があり得ます。level は変えず、新しいコードの分類を作ってください。`,
        en: `“${entry.key}” is a class of level 3, and documents may lie in it. Keep its level and add another class.`,
      });
    return;
  }
  const needed = {
    retention_class: { ja: '保存期間の区分', en: 'a retention class' },
    disclosure_class: { ja: '公開の区分(open、partial、closed)', en: 'a disclosure class (open, partial, closed)' },
  } as const;
  for (const column of ['retention_class', 'disclosure_class'] as const) {
    if (values[column] === null)
      faults.add(plan.placeOf(entry, column), 'package.required', {
        ja: `小分類(level 3)には${needed[column].ja}が要ります。「${column}」に書いてください。`,
        en: `A class of level 3 needs ${needed[column].en}. Write it into “${column}”.`,
      });
  }
}
