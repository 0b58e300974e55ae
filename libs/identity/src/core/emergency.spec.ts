import { isShort, opensAt, stateOf } from './emergency';

const at = (time: string) => new Date(`2026-05-14T${time}:00Z`);

describe('緊急閲覧', () => {
  it('ID-23 waits, is open, and is over by itself or because somebody ended it', () => {
    const asked = { until: at('04:00'), confirmedAt: null, endedAt: null };
    const confirmed = { ...asked, confirmedAt: at('01:00') };
    expect(stateOf(asked, at('03:59'))).toBe('waiting');
    expect(stateOf(confirmed, at('03:59'))).toBe('open');
    expect(stateOf(asked, at('04:00'))).toBe('over');
    expect(stateOf(confirmed, at('04:00'))).toBe('over');
    expect(stateOf({ ...confirmed, endedAt: at('02:00') }, at('02:00'))).toBe('over');
  });

  it('ID-23 is short: its end lies ahead, and not beyond the hours of the municipality', () => {
    expect([at('01:01'), at('05:00'), at('05:01'), at('01:00')].map((end) => isShort(end, at('01:00'), 4))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('ID-23 opens reads of one matter and the search, and nothing else', () => {
    const opened = [
      '/api/v1/documents/:id',
      '/api/v1/documents/:id/sheet.pdf',
      '/api/v1/documents/:id/attachments/:attachmentId/original',
      '/api/v1/receipts/:id',
      '/api/v1/search',
      '/api/v1/search/count',
      '/api/v1/search/facets',
    ];
    expect(opened.filter((route) => !opensAt('GET', route))).toEqual([]);
    const closed = [
      '/api/v1/documents',
      '/api/v1/documents/:id/evidence.zip',
      '/api/v1/receipts',
      '/api/v1/receipts/ledger.csv',
      '/api/v1/search/titles',
      '/api/v1/search/suggestions',
      '/api/v1/search/exports/:id/file',
      '/api/v1/circulations/:id',
      '/api/v1/record-files/:id',
      '/api/v1/inbox',
    ];
    expect(closed.filter((route) => opensAt('GET', route))).toEqual([]);
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => opensAt(method, '/api/v1/documents/:id'))).toEqual([]);
  });
});
