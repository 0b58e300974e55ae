import { Injectable } from '@nestjs/common';
import { formatFiscalYear, localDateAt } from '@fubako/kernel';
import type { Hold } from '../../core/hold';
import { type Step, allowedActs } from '../../core/disposal/steps';
import { EntryRows } from '../../data/disposal/entry-rows';
import { ExpiredRows } from '../../data/disposal/expired-rows';
import { type ItemOutcome, type ItemRow, ItemRows } from '../../data/disposal/item-rows';
import type { OpenBatch } from './batch-desk';
import type {
  DisposalBatchLine,
  DisposalBatchView,
  DisposalCountsView,
  DisposalItemView,
  DisposalSizesView,
  ItemHoldView,
  ItemOutcomeView,
} from './disposal.views.dto';
import { HeldFiles } from './held-files';
import { documentsToDestroy } from './start-disposal';
import { UsualVolume } from './usual-volume';

/** What a reader sees of a batch. Call inside a unit of work. */
@Injectable()
export class BatchViews {
  constructor(
    private readonly held: HeldFiles,
    private readonly files: ExpiredRows,
    private readonly volume: UsualVolume,
    private readonly entries: EntryRows,
    private readonly items: ItemRows,
  ) {}

  async line(open: OpenBatch): Promise<DisposalBatchLine> {
    return lineOf(open, await this.holdsOf(open));
  }

  async whole(open: OpenBatch): Promise<DisposalBatchView> {
    const { batch, items, standing, part } = open;
    const holds = await this.holdsOf(open);
    const toDestroy = documentsToDestroy(items);
    const unusual =
      batch.step === 'execution' &&
      toDestroy > 0 &&
      batch.startedAt === null &&
      (await this.volume.isExceededBy(toDestroy));
    return {
      ...lineOf(open, holds),
      version: batch.version,
      submittedName: batch.submittedName,
      reviewedName: batch.reviewedName,
      returnedReason: batch.returnedReason,
      opinionDueOn: batch.opinionDueOn,
      opinion: batch.opinion,
      opinedName: batch.opinedName,
      documentId: batch.documentId,
      underDecision: standing.underDecision,
      decidedByName: batch.decidedByName,
      executableOn: batch.executableOn,
      confirmedName: batch.confirmedName,
      needsConfirmation: unusual && batch.confirmedCount !== toDestroy,
      startedName: batch.startedName,
      finishedOn: batch.finishedAt ? localDateAt(batch.finishedAt) : null,
      hasCertificate: (await this.entries.certificate(batch.id)) !== null,
      sizes: sizesOf(goingOf(items, { holds, step: batch.step }), await this.items.bytesOf(batch.id)),
      files: items.map((item) => itemView(item, holds.get(item.fileId) ?? null)),
      allowed: allowedActs(standing, part),
    };
  }

  private async holdsOf({ items }: OpenBatch): Promise<ReadonlyMap<string, ItemHoldView>> {
    const fileIds = items
      .filter(({ state }) => ['open', 'agreed', 'approved'].includes(state))
      .map(({ fileId }) => fileId);
    const held = await this.held.of(fileIds);
    const names = await this.files.holdersOf([...held.values()].map(({ id }) => id));
    return new Map([...held].map(([fileId, hold]) => [fileId, holdView(hold, names.get(hold.id) ?? '')]));
  }
}

function holdView({ ground, caseNo, reason, endsOn }: Hold, placedByName: string): ItemHoldView {
  return { ground, caseNo, reason, endsOn, placedByName };
}

function lineOf({ batch, items, standing, part }: OpenBatch, holds: ReadonlyMap<string, unknown>): DisposalBatchLine {
  const expiries = items.map(({ expiresOn }) => expiresOn).toSorted();
  return {
    id: batch.id,
    fiscalYearLabel: formatFiscalYear(batch.fiscalYear),
    sectionCode: batch.sectionCode,
    sectionName: batch.sectionName,
    no: batch.no,
    step: batch.step,
    listedOn: localDateAt(batch.listedAt),
    expiresOn: expiries.at(-1) ?? null,
    counts: countsOf(items, { holds, step: batch.step }),
    yours: allowedActs(standing, part).some((act) => act !== 'choose' && act !== 'split'),
  };
}

const LEFT: readonly string[] = ['left_out', 'refused'];

interface Stand {
  readonly holds: ReadonlyMap<string, unknown>;
  readonly step: Step;
}

/** Files that nothing has taken out of the batch. */
const goingOf = (items: readonly ItemRow[], { holds, step }: Stand): readonly ItemRow[] =>
  items.filter(({ state, fileId }) => !LEFT.includes(state) && !(step === 'assessment' && holds.has(fileId)));

function sizesOf(going: readonly ItemRow[], bytes: ReadonlyMap<string, number>): DisposalSizesView {
  const size = (wanted: string) =>
    going.filter(({ measure }) => measure === wanted).reduce((sum, { fileId }) => sum + (bytes.get(fileId) ?? 0), 0);
  return { destroy: size('destroy'), transfer: size('transfer'), extend: size('extend') };
}

function countsOf(items: readonly ItemRow[], stand: Stand): DisposalCountsView {
  const counted = (those: readonly ItemRow[]) => ({
    files: those.length,
    documents: those.reduce((sum, item) => sum + documentsOf(item), 0),
  });
  const going = goingOf(items, stand);
  return {
    destroy: counted(going.filter(({ measure }) => measure === 'destroy')),
    transfer: counted(going.filter(({ measure }) => measure === 'transfer')),
    extend: counted(going.filter(({ measure }) => measure === 'extend')),
    undecided: going.filter(({ measure }) => measure === null).length,
    held: items.filter(({ fileId }) => stand.holds.has(fileId)).length,
    ...counted(items),
  };
}

function documentsOf({ state, documentCount, documentsNow }: ItemRow): number {
  return state === 'open' || state === 'left_out' ? documentsNow : documentCount;
}

function itemView(item: ItemRow, hold: ItemHoldView | null): DisposalItemView {
  return {
    id: item.id,
    fileId: item.fileId,
    title: item.title,
    classCode: item.classCode,
    className: item.className,
    statutoryLaw: item.statutoryLaw,
    fiscalYear: item.fiscalYear,
    fiscalYearLabel: formatFiscalYear(item.fiscalYear),
    volume: item.volume,
    documentCount: documentsOf(item),
    medium: item.medium,
    pieces: item.pieces,
    retentionLabel: item.retentionLabel,
    expiresOn: item.expiresOn,
    state: item.state,
    proposal: item.proposal,
    mustExtend: item.mustExtend,
    measure: item.measure,
    reason: item.reason,
    extendYears: item.extendYears,
    archivesWish: item.archivesWish,
    important: item.important,
    hold,
    outcome: outcomeView(item.outcome),
  };
}

export function outcomeView(outcome: ItemOutcome | null): ItemOutcomeView | null {
  if (!outcome) return null;
  const { code, until, caseNo, reason } = outcome;
  return { code, until: until ?? null, caseNo: caseNo ?? null, reason: reason ?? null };
}
