import type { Language } from '../retention-words';
import type { YearProblem } from './plan-year';

/** What stands in the way of next year, in a clerk's words, with what to do about it. */
export function yearProblemWords(problem: YearProblem, language: Language): string {
  switch (problem.code) {
    case 'function-unassigned': {
      const { functionCode, classes } = problem;
      return language === 'ja'
        ? `分類 ${classes.join('、')} の事務分掌「${functionCode}」を、新年度に担当する課がありません。組織の取込みで担当を決めるか、分類を今年度限りにしてください。`
        : `No section has the function “${functionCode}” of class ${classes.join(', ')} next year. Assign it by an import of the organisation, or let the class end this year.`;
    }
    case 'section-unmapped': {
      const { sectionCode, classCode, files } = problem;
      return language === 'ja'
        ? `課「${sectionCode}」の分類 ${classCode} の簿冊${files}冊を、新年度に引き継ぐ課がありません。組織の取込みで承継を決めてください。`
        : `Nobody takes over ${files} file(s) of class ${classCode} from section “${sectionCode}” next year. Say who succeeds it by an import of the organisation.`;
    }
  }
}
