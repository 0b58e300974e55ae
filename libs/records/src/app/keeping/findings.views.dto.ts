/** 点検で見つかった簿冊: something that is wrong with a file. */
export class FindingView {
  id: string;
  kind: 'unknown_expiry' | 'mixed_years' | 'mixed_retention';
  /** What is wrong and what mends it. */
  text: string;
  fileId: string;
  title: string;
  fiscalYear: number;
  volume: number;
  classCode: string;
  unitCode: string;
  unitName: string;
  expiresOn: string | null;
  /** The night on which it was first seen. */
  foundOn: string;
  /** The last night on which it was still so. */
  seenOn: string;
  /** The first night on which it was no more; null while it is open. */
  settledOn: string | null;
}

export class FindingPage {
  items: FindingView[];
  nextCursor: string | null;
}
