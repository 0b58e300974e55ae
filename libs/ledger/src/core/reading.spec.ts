import { isEntered, isRepeated, meansOf } from './reading';

describe('Readings', () => {
  it('LOG-1 what is confidential, opened for a reason or read as an auditor is entered before it is handed out', () => {
    expect(isEntered({ secret: true, role: null })).toBe(true);
    expect(isEntered({ secret: false, role: 'auditor' })).toBe(true);
    expect(isEntered({ secret: false, role: 'records_officer', reason: '開示請求' })).toBe(true);
    expect(isEntered({ secret: false, role: 'records_officer' })).toBe(false);
    expect(isEntered({ secret: false, role: null })).toBe(false);
  });

  it('LOG-3 the route says how it was read', () => {
    const routes = {
      '/api/v1/documents/:id': 'screen',
      '/api/v1/documents/:id/attachments/:attachmentId/original': 'file',
      '/api/v1/documents/:id/attachments/:attachmentId/pdf': 'file',
      '/api/v1/documents/:id/attachments/:attachmentId/text': 'screen',
      '/api/v1/documents/:id/sheet.pdf': 'print',
      '/api/v1/documents/:id/print.pdf': 'print',
      '/api/v1/documents/:id/evidence.zip': 'export',
      '/api/v1/search': 'search',
    };
    for (const [route, means] of Object.entries(routes)) expect([route, meansOf(route)]).toEqual([route, means]);
    expect(meansOf(undefined)).toBe('export');
  });

  it('LOG-4 screens and searches repeat themselves, what is taken away does not', () => {
    expect((['screen', 'search', 'file', 'print', 'export', 'opening'] as const).map(isRepeated)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
