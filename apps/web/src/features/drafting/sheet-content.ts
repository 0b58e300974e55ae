import type { Document, DocumentAttributes, FilingClass, Me } from '../../shared/api/types';
import type { FieldSpec } from '../../shared/form/field-spec';
import type { SheetContent } from '../../shared/sheet/approval-sheet';
import { townDay } from '../../shared/wareki/format';
import type { ReadDraft } from './draft-values';

interface DraftSheet {
  body: ReadDraft['body'];
  document: Document | null;
  specs: readonly FieldSpec[];
  me: Me;
  classes: readonly FilingClass[];
}

const unstated: DocumentAttributes = {
  classCode: '',
  disclosureClass: 'open',
  disclosureReason: null,
  confidentiality: 'none',
  confidentialUntil: null,
  urgent: false,
  urgencyReason: null,
  dueOn: null,
  escalations: [],
  medium: 'electronic',
  paperReason: null,
  paperNote: null,
  paperAttachments: [],
};

/** Post and section the draft goes out under. */
export const drafterOf = (document: Document | null, me: Me) =>
  document?.drafter ?? { postTitle: me.posts[0]?.title ?? '', sectionName: me.posts[0]?.unitName ?? '' };

/** The sheet as the typing stands; what only submission brings stays empty. */
export function sheetContent({ body, document, specs, me, classes }: DraftSheet): SheetContent {
  const attributes = { ...unstated, ...document?.attributes, ...body.attributes };
  const chosen = classes.find((one) => one.code === attributes.classCode);
  const drafter = drafterOf(document, me);
  return {
    title: String(body.fields.subject ?? ''),
    draftedOn: document ? townDay(document.draftedAt) : me.today,
    decidedOn: null,
    dispatchNumber: null,
    classText: `${attributes.classCode} ${chosen?.name ?? document?.className ?? ''}`,
    retentionLabel: chosen?.retentionLabel ?? document?.retentionLabel ?? '',
    drafter: `${drafter.sectionName} ${drafter.postTitle} ${me.name}`,
    attributes,
    attachments: document?.attachments.map((one) => one.fileName) ?? [],
    specs,
    fields: body.fields,
  };
}
