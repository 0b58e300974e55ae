import fc from 'fast-check';
import { numberParagraphs } from './numbered-paragraphs';

describe('numbered paragraphs (項)', () => {
  test('stand as 1, (1), ア, (ア) by their depth, after 記 only', () => {
    const typed = '次のとおり実施する。\n　　記\n目的\n　見守り\n　　訪問\n　　電話\n　　　夜間\n　配食\n\n期間\n以上';
    expect(numberParagraphs(typed)).toBe(
      '次のとおり実施する。\n　　記\n1　目的\n　(1)　見守り\n　　ア　訪問\n　　イ　電話\n　　　(ア)　夜間\n　(2)　配食\n\n2　期間\n以上',
    );
  });

  test('take over marks of any width and count them anew; a depth is never skipped', () => {
    expect(numberParagraphs('１．目的\n３　期間\n（１）前期\n　　　深い')).toBe(
      '1　目的\n2　期間\n　(1)　前期\n　　ア　深い',
    );
    expect(numberParagraphs('　　　初め')).toBe('1　初め');
  });

  test('a word in katakana is no mark', () => {
    expect(numberParagraphs('アンケートの実施')).toBe('1　アンケートの実施');
  });

  test('numbered twice are numbered once', () => {
    const line = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.stringMatching(/^[ぁ-ん一-龠]{1,5}$/u));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const once = numberParagraphs(lines.map(([depth, text]) => '　'.repeat(depth) + text).join('\n'));
        expect(numberParagraphs(once)).toBe(once);
      }),
    );
  });
});
