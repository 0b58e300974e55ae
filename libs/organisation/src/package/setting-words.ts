import type { z } from 'zod';
import type { Words } from './fault';

const TYPES: Readonly<Record<string, Words>> = {
  boolean: { ja: 'true か false', en: 'true or false' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  string: { ja: '「"」で囲んだ文字列', en: 'a text in quotation marks' },
  array: { ja: '[ ] で囲んだ並び', en: 'a list in [ ]' },
  object: { ja: '{ } で囲んだまとまり', en: 'a group in { }' },
};

/** What the schema says by name. */
const SAID: Readonly<Record<string, Words>> = {
  'municipality-code': { ja: '6桁の団体コードを書いてください', en: 'Write the municipality code of six digits' },
  'colour-form': {
    ja: '#0017c1 のように、# と16進数6桁で書いてください',
    en: 'Write # and six hexadecimal digits, like #0017c1',
  },
  'colour-too-light': {
    ja: '読める色ではありません。白い地の上で4.5対1以上の濃さの色にしてください',
    en: 'It cannot be read. Choose a colour that stands 4.5 to 1 or darker on white',
  },
};

const COUNTED: Readonly<Record<string, Words>> = {
  string: { ja: '文字', en: ' characters' },
  array: { ja: '件', en: ' entries' },
};

/** What is expected where the schema of the settings refuses a value, without a full stop. */
export function expectationOf(issue: z.core.$ZodIssue): Words {
  if (issue.code === 'invalid_value')
    return {
      ja: `${issue.values.join('、')} のどれかにしてください`,
      en: `Choose one of: ${issue.values.join(', ')}`,
    };
  if (issue.code === 'invalid_type') {
    const { ja, en } = TYPES[issue.expected] ?? { ja: issue.expected, en: issue.expected };
    return { ja: `${ja}を書いてください`, en: `Write ${en}` };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const { ja, en } = COUNTED[issue.origin] ?? { ja: '', en: '' };
    return issue.code === 'too_small'
      ? { ja: `${issue.minimum}${ja}以上にしてください`, en: `At least ${issue.minimum}${en}` }
      : { ja: `${issue.maximum}${ja}以下にしてください`, en: `At most ${issue.maximum}${en}` };
  }
  return SAID[issue.message] ?? { ja: issue.message, en: issue.message };
}
