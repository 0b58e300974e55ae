/** Setting `importantDisposal`. */
export interface ImportanceTest {
  readonly deciderRankAtLeast: number;
  readonly retentionYearsAtLeast: number;
}

/**
 * DISP-9 重要文書の廃棄: somebody of that rank or above had decided it and it was kept for so many years or longer, as
 * Tokyo tests it (RULE-88). What is unknown counts as important.
 */
export function isImportant(
  { deciderRank, years }: { readonly deciderRank: number | null; readonly years: number | null },
  test: ImportanceTest,
): boolean {
  return (
    (deciderRank === null || deciderRank >= test.deciderRankAtLeast) &&
    (years === null || years >= test.retentionYearsAtLeast)
  );
}
