export { CollateCopy } from './app/collate-copy';
export { DispatchLetter } from './app/dispatch-letter';
export { EraseCopies } from './app/erase-copies';
export { ExecutionTexts, type ExecutionWords } from './app/execution-texts';
export { IssueNumber } from './app/issue-number';
export { MakeCleanCopy } from './app/make-clean-copy';
export { ReadExecution } from './app/read-execution';
export { executionProblems } from './errors';
export { ExecutionModule } from './execution.module';
