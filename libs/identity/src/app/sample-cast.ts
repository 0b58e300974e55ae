/** The people of the sample town (浜見町) whom a visitor may play, in the order in which a draft meets them. */
export const SAMPLE_CAST: readonly { readonly login: string; readonly role: string }[] = [
  { login: 'hara', role: '起案する職員' },
  { login: 'goto', role: '承認する係長' },
  { login: 'fukagawa', role: '専決する課長' },
  { login: 'takarabe', role: '合議を受ける財政課長' },
  { login: 'eto', role: '専決する部長' },
  { login: 'machida', role: '決裁する町長' },
  { login: 'chiba', role: '文書管理の担当' },
  { login: 's1011', role: 'システム管理者' },
  { login: 's1125', role: '監査' },
];
