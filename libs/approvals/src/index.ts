export { ActOnDocument, type ActCommand } from './app/act-on-document';
export { BulkApprove } from './app/bulk-approve';
export { Inbox } from './app/inbox';
export { ReadApproval } from './app/read-approval';
export { SubmitDocument } from './app/submit-document';
export { ApprovalsModule } from './approvals.module';
export { CaseRows } from './data/case-rows';
export { approvalsProblems } from './errors';
export { ApprovalsSections } from './package/approvals-sections';
