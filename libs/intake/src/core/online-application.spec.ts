import { applicationDigest, fetchedLater } from './online-application';

const APPLICATION = {
  portal: 'pittari',
  applicationNumber: '20260511-0001',
  arrivalAt: '2026-05-10T23:58:00+09:00',
  section: 'S31',
  subject: '児童手当認定請求',
  sender: '浜見 花子',
};

describe('an online application', () => {
  it('ONL-1 is the same however it is spelt, and another when anything of it differs', () => {
    const digest = applicationDigest(APPLICATION);
    const spelt = { ...APPLICATION, arrivalAt: '2026-05-10T14:58:00Z', note: null, confidentiality: 'none' };
    expect(applicationDigest(spelt)).toBe(digest);
    for (const other of [
      { subject: '転入' },
      { sender: '別人' },
      { note: '備考' },
      { arrivalAt: '2026-05-10T23:59:00+09:00' },
    ])
      expect(applicationDigest({ ...APPLICATION, ...other })).not.toBe(digest);
  });

  it('ONL-2 says why its arrival lies before its entry', () => {
    expect(fetchedLater(APPLICATION)).toContain('受付番号 20260511-0001');
  });
});
