import { escapedHtml } from '@fubako/kernel';
import type { Language, Problem } from './problem';

const WORDS = {
  ja: {
    after:
      'このタブを閉じるか「戻る」を押し、元の画面からやり直してください。リンクは、キーを押さずにそのままクリックします。',
    number: '問い合わせ番号',
  },
  en: {
    after:
      'Close this tab or go back, and try once more from the screen that you came from. Click links there without holding a key.',
    number: 'Trace number',
  },
} as const;

/** A refusal for whoever opened an address of ours in a tab of its own, where no screen of ours says what to do. */
export function problemPage({ title, detail, traceId }: Problem, language: Language): string {
  const { after, number } = WORDS[language];
  const [head, text] = [escapedHtml(title), escapedHtml(detail)];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${head}</title></head>
<body><main><h1>${head}</h1><p>${text}</p><p>${after}</p><p>${number}: ${traceId}</p></main></body>
</html>
`;
}
