import { problemPage } from './problem-page';

const problem = {
  type: 'urn:fubako:problem:request.not-found',
  title: '見つかりません',
  status: 404,
  detail: '「<b>寄附 & 補助</b>」はありません。',
  instance: '/api/v1/x',
  code: 'request.not-found',
  traceId: '0123456789abcdef',
};

it('says a refusal in words, what to do next and the number to ask with', () => {
  const page = problemPage(problem, 'ja');
  expect(page).toContain('<html lang="ja">');
  expect(page).toContain('<h1>見つかりません</h1>');
  expect(page).toContain('元の画面からやり直してください');
  expect(page).toContain('0123456789abcdef');
  expect(problemPage(problem, 'en')).toContain('Close this tab');
});

it('is made of text, whatever people wrote', () => {
  expect(problemPage(problem, 'ja')).toContain('「&lt;b&gt;寄附 &amp; 補助&lt;/b&gt;」');
});
