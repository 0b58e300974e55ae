interface Ended {
  readonly kind: 'destroyed' | 'transferred';
  /** Whether electronic documents went with the file. */
  readonly isElectronic: boolean;
  readonly papers: readonly unknown[];
}

/** Whether paper went with the file: registered one by one, or the file as a whole. */
export const isOnPaper = ({ isElectronic, papers }: Omit<Ended, 'kind'>): boolean => papers.length > 0 || !isElectronic;

/** 方法: how a file of the register ended (RULE-88). */
export function methodOf({ kind, ...file }: Ended): string {
  if (kind === 'transferred') return '移管';
  return [...(file.isElectronic ? ['電子データの消去'] : []), ...(isOnPaper(file) ? ['紙の廃棄'] : [])].join('、');
}
