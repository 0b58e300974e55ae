import { type ProblemTable, refusals } from '@fubako/kernel';

export interface RenderingErrors {
  /** A font that the product carries is not there: the installation is incomplete. */
  'rendering.font-missing': { readonly file: string };
}

export const refuse = refusals<RenderingErrors>();

export const renderingProblems: ProblemTable<RenderingErrors> = {
  'rendering.font-missing': {
    status: 500,
    ja: ({ file }) => ({
      title: '印刷用の書体が見つかりません',
      detail: `書体ファイル ${file} がないため印刷できません。文書そのものに問題はありません。システム管理者に、導入をやり直すよう連絡してください。`,
    }),
    en: ({ file }) => ({
      title: 'A font for printing is missing',
      detail: `The font file ${file} is not there, so nothing can be printed. The document itself is sound. Ask the system administrator to repeat the installation.`,
    }),
  },
};
