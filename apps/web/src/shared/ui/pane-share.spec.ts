import { keptShare } from './pane-share';

test('a pane keeps a quarter at least and three quarters at most', () => {
  expect([10, 25, 58.4, 90].map(keptShare)).toEqual([25, 25, 58, 75]);
});
