/** What is done with the paper of a file: 置き場所, 借覧の申込み, 返還, 紙の記録. */
export const PAPER_ACTS = ['place', 'borrow', 'give_back', 'register'] as const;
export type PaperAct = (typeof PAPER_ACTS)[number];
