const members = (text: string): ReadonlySet<string> => new Set(Array.from(text));

/** 行頭禁則: must not begin a line (JIS X 4051 4.3, closing brackets, stops, small kana, iteration marks, units). */
const NEVER_FIRST = members(
  '、。，．・：；！？!?,.:;‼⁇⁈⁉' +
    ')]}）］｝〉》」』】〕〗〙〛»›’”〟｣｠' +
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ｡､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ' +
    'ーヽヾゝゞ々〻゛゜‐゠–〜～%％‰℃',
);

/** 行末禁則: must not end a line (opening brackets, currency signs). */
const NEVER_LAST = members('([{（［｛〈《「『【〔〖〘〚«‹‘“〝｢｟¥￥$＄£￡＃№');

/** 分離禁則: pairs that stay together. */
const INSEPARABLE = members('…‥—―─〳〵');

/** Units of dates, times and money: a number is read together with its unit. */
const UNIT = members('年月日時分秒円');
const DIGIT = /^[0-9０-９]/u;

const WORD = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF]/u;
const JOINER = /^[.,'’:/@_&+#%=?~\-．，]$/u;
const SPACE = /^[\s\u3000]/u;

export const isSpace = (grapheme: string): boolean => SPACE.test(grapheme);

function joinsWord(before: string, after: string): boolean {
  const first = WORD.test(before);
  const second = WORD.test(after);
  return (first && (second || JOINER.test(after))) || (JOINER.test(before) && second);
}

/**
 * Whether a line may end between two neighbouring graphemes (SPEC REND-10).
 * A base character decides for its whole cluster, so marks and variation selectors change nothing.
 */
export function mayBreak(before: string, after: string): boolean {
  if (isSpace(after)) return false;
  const last = String.fromCodePoint(before.codePointAt(0) ?? 0);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0);
  if (NEVER_FIRST.has(first)) return false;
  if (isSpace(before)) return true;
  if (NEVER_LAST.has(last)) return false;
  if (last === first && INSEPARABLE.has(first)) return false;
  if (DIGIT.test(last) && UNIT.has(first)) return false;
  return !joinsWord(before, after);
}
