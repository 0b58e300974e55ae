import { type LocalDate, formatEnglishDay, formatWareki } from '@fubako/kernel';
import type { HoldGround } from './hold';

type Language = 'ja' | 'en';

const GROUNDS: Readonly<Record<HoldGround, Readonly<Record<Language, string>>>> = {
  disclosure_request: { ja: '開示請求', en: 'a disclosure request' },
  appeal: { ja: '審査請求', en: 'an appeal' },
  lawsuit: { ja: '訴訟', en: 'a lawsuit' },
  audit: { ja: '監査・検査', en: 'an audit' },
  own: { ja: '所管課の判断', en: 'a decision of the section' },
};

interface Held {
  readonly ground: HoldGround;
  readonly caseNo: string | null;
  readonly endsOn: LocalDate | null;
}

export const groundWords = (ground: HoldGround, language: Language): string => GROUNDS[ground][language];

/** `開示請求(第12号)のため令和15年2月10日まで保留されています` */
export function heldWords({ ground, caseNo, endsOn }: Held, language: Language): string {
  const name = groundWords(ground, language);
  if (language === 'ja') {
    const until = endsOn === null ? '終わりの日が決まるまで' : `${formatWareki(endsOn)}まで`;
    return `${name}${caseNo === null ? '' : `(${caseNo})`}のため${until}保留されています`;
  }
  const until = endsOn === null ? 'until it is concluded' : `until ${formatEnglishDay(endsOn)}`;
  return `Held for ${name}${caseNo === null ? '' : ` (${caseNo})`} ${until}`;
}
