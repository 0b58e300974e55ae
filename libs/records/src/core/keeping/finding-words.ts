/** What is wrong with a file, and what mends it, in a clerk's words. */
const WORDS = {
  unknown_expiry: {
    ja: '満了日が決まっていません。特定日を入力するか、保存期間の区分を確かめてください。文書が入らないまま閉じた簿冊は登録を抹消してください。満了日のない簿冊は廃棄できません。',
    en: 'It has no expiry. Enter the event day or check its retention class; take one that was closed empty off the register. A file without expiry is never disposed of.',
  },
  mixed_years: {
    ja: '複数の年度の文書が入っています。その年度の簿冊に移すか、継続簿冊であることを確かめてください。',
    en: 'It holds documents of several fiscal years. Refile them, or check whether it is a continuing file.',
  },
  mixed_retention: {
    ja: '保存期間の違う文書が入っています。簿冊の保存期間をそろえるか、別の簿冊に移してください。',
    en: 'It holds documents of several retention classes. Settle one for the file, or refile them.',
  },
} as const;

export function findingWords(kind: keyof typeof WORDS, language: 'ja' | 'en'): string {
  return WORDS[kind][language];
}
