import type { DocumentId, LocalDate } from '@fubako/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { ActOnDocument, CaseRows, SettleStaged, SubmitDocument } from '@fubako/approvals';
import { ArrangeAttachments, CreateDraft, DocumentReading, EditDraft, MarkRead } from '@fubako/documents';
import { CollateCopy, DispatchLetter, MakeCleanCopy, ReadExecution } from '@fubako/execution';
import { Clock, UnitOfWork } from '@fubako/platform/database';
import { CloseDocument } from '@fubako/records';
import { DemoClock } from './demo-clock';
import type { SeededRandom } from './random';
import type { Storyline } from './storylines';
import type { TownPapers } from './town-papers';
import type { TownPeople } from './town-people';
import { laterOn } from './work-time';

export interface StoryPlace {
  readonly product: INestApplicationContext;
  readonly people: TownPeople;
  readonly papers: TownPapers;
  readonly days: readonly LocalDate[];
  readonly latest: Date;
  readonly random: SeededRandom;
}

type Beat = () => Promise<void>;

/** One document's life, told beat by beat through the use cases that a browser would call. */
export class Storyteller {
  private documentId = '' as DocumentId;
  private drafter = '';
  private readonly beats: Beat[];

  constructor(
    private readonly story: Storyline,
    private readonly place: StoryPlace,
    /** When the next beat is due. */
    public next: Date,
  ) {
    this.beats = [() => this.draft(), ...this.plot()];
  }

  /** Tells the beat that is due. @returns whether more follow */
  async tell(): Promise<boolean> {
    const beat = this.beats.shift();
    if (!beat) return false;
    await beat();
    this.next = laterOn(this.next, this.place);
    return this.beats.length > 0;
  }

  private plot(): Beat[] {
    const submit = () => this.submit(null);
    const approve = () => this.approve();
    const pass = () => this.passOn();
    const untilDecider = () => this.approveUntilDecider();
    const plots: Record<Storyline['ending'], Beat[]> = {
      drafting: [],
      'waits-at-first': [submit],
      'waits-midway': [submit, pass],
      'waits-at-head': [submit, untilDecider, () => this.letDeciderLook()],
      decided: [submit, untilDecider, approve],
      executed: [submit, untilDecider, approve, () => this.execute()],
      closed: [submit, untilDecider, approve, () => this.execute(), () => this.close()],
      returned: [submit, pass, () => this.sendBack()],
      resubmitted: [submit, pass, () => this.sendBack(), () => this.correct()],
      pulled_back: [submit, () => this.asDrafter('pull_back', null)],
      rejected: [submit, untilDecider, () => this.reject()],
      withdrawn: [submit, () => this.asDrafter('pull_back', null), () => this.asDrafter('withdraw', null)],
      abandoned: [
        submit,
        pass,
        () => this.asDrafter('abandon', '関係課との協議の結果、来年度に改めて検討することとなったため。'),
      ],
    };
    return plots[this.story.ending];
  }

  private async draft(): Promise<void> {
    const { draft, urgent, secret, attachments } = this.story;
    this.drafter = await this.place.people.drafterIn(draft.unitCode, this.place.random);
    const actor = await this.place.people.actor(this.drafter);
    const postCode = actor.posts.find((post) => post.unitCode === draft.unitCode)?.code;
    const attributes = {
      ...(urgent ? { urgent, urgencyReason: '工期の都合により早期の決裁を要するため' } : {}),
      ...(secret ? { confidentiality: 'secret' as const } : {}),
    };
    this.documentId = await this.place.product.get(CreateDraft).run({
      actor,
      matterType: draft.matterType,
      fields: draft.fields,
      attributes,
      ...(postCode ? { postCode } : {}),
    });
    const papers = Array.from({ length: attachments }, (_, index) =>
      this.place.papers.send(draft, this.drafter, index),
    );
    for (const uploadId of await Promise.all(papers)) {
      await this.place.product
        .get(ArrangeAttachments)
        .add({ actor, documentId: this.documentId, uploadId, label: null });
    }
  }

  private async submit(note: string | null): Promise<void> {
    const actor = await this.place.people.actor(this.drafter);
    const expectedVersion = (await this.card()).version;
    await this.place.product.get(SubmitDocument).run({ actor, documentId: this.documentId, expectedVersion, note });
  }

  /** Whoever's turn it is approves, having opened everything. */
  private async approve(): Promise<void> {
    const seat = await this.openSeat();
    if (!seat?.principal) return;
    await this.look(seat.principal, true);
    const comment =
      this.story.opinion && seat.step_kind !== 'decision' && this.place.random.chance(0.5)
        ? '経費の負担区分を確認した。異議なし。'
        : null;
    await this.act(seat.principal, { kind: 'approve', seatId: seat.id, comment });
  }

  /** The next on the way approves; who decides keeps waiting. */
  private async passOn(): Promise<void> {
    if ((await this.openSeat())?.step_kind !== 'decision') await this.approve();
  }

  /** Adds itself again and again until only the decider is left. */
  private async approveUntilDecider(): Promise<void> {
    if ((await this.openSeat())?.step_kind === 'decision') return;
    await this.passOn();
    this.beats.unshift(() => this.approveUntilDecider());
  }

  /** Most of what waits has been opened before; some has not, and bulk approval will leave it out. */
  private async letDeciderLook(): Promise<void> {
    const seat = await this.openSeat();
    if (seat?.principal && this.place.random.chance(0.85))
      await this.look(seat.principal, this.place.random.chance(0.9));
  }

  private async sendBack(): Promise<void> {
    const seat = await this.openSeat();
    if (!seat?.principal) return;
    await this.act(seat.principal, {
      kind: 'return',
      seatId: seat.id,
      comment: '金額の積算根拠を確認のうえ、理由を具体的に記載してください。',
    });
  }

  private async correct(): Promise<void> {
    const actor = await this.place.people.actor(this.drafter);
    const card = await this.card();
    const amount = typeof card.fields.amount === 'number' ? { amount: card.fields.amount + 30_000 } : {};
    const reason =
      'reason' in card.fields ? { reason: `${String(card.fields.reason)}\n(積算根拠: 見積2者の平均による。)` } : {};
    await this.place.product.get(EditDraft).run({
      actor,
      documentId: this.documentId,
      expectedVersion: card.version,
      fields: { ...card.fields, ...amount, ...reason },
    });
    await this.submit('積算根拠を追記し、見積の再徴取により金額を改めました。');
  }

  private async reject(): Promise<void> {
    const seat = await this.openSeat();
    if (!seat?.principal) return;
    await this.act(seat.principal, {
      kind: 'reject',
      seatId: seat.id,
      comment: '費用対効果が認められないため。改めて検討すること。',
    });
  }

  private asDrafter(kind: 'pull_back' | 'withdraw' | 'abandon', comment: string | null): Promise<void> {
    return this.act(this.drafter, { kind, seatId: null, comment });
  }

  /** 浄書, 照合 by the first who approved it, 発送; what stays inside has nothing to execute. */
  private async execute(): Promise<void> {
    const { product, people } = this.place;
    const { documentId } = this;
    const drafter = await people.actor(this.drafter);
    const read = () => product.get(ReadExecution).run(documentId, drafter, 'ja');
    if (!(await read()).allowed.includes('clean_copy')) return;
    await product.get(MakeCleanCopy).run({ actor: drafter, documentId });
    const line = (await this.seats()).filter(({ step_kind }) => step_kind !== 'concurrence');
    const collator = line.find(({ principal }) => principal !== null && principal !== this.drafter)?.principal;
    const copyDigest = (await read()).cleanCopy?.digest ?? '';
    await product.get(CollateCopy).run({ actor: await people.actor(collator ?? ''), documentId, copyDigest });
    await product.get(DispatchLetter).run({ actor: drafter, documentId, channel: 'post' });
  }

  private async close(): Promise<void> {
    const actor = await this.place.people.actor(this.drafter);
    await this.place.product.get(CloseDocument).run({ actor, documentId: this.documentId });
  }

  private async act(
    staffNo: string,
    act: {
      kind: 'approve' | 'return' | 'reject' | 'pull_back' | 'withdraw' | 'abandon';
      seatId: string | null;
      comment: string | null;
    },
  ): Promise<void> {
    const actor = await this.place.people.actor(staffNo);
    const contentDigest = (await this.card()).contentDigest?.toString('hex') ?? null;
    await this.place.product
      .get(ActOnDocument)
      .run({ ...act, actor, documentId: this.documentId, contentDigest, outcome: null, expectedVersion: null });
    await this.waitForEffect();
  }

  /** 確定待ち passes before anybody else does something. */
  private async waitForEffect(): Promise<void> {
    const { product } = this.place;
    const staged = (await this.read(() => product.get(CaseRows).find(this.documentId)))?.staged;
    if (!staged) return;
    const clock = product.get(Clock);
    if (clock instanceof DemoClock) clock.moveTo(staged.due_at);
    await product.get(SettleStaged).chunk([this.documentId]);
  }

  private async look(staffNo: string, withAttachments: boolean): Promise<void> {
    const actor = await this.place.people.actor(staffNo);
    const attachments = await this.read(() => this.place.product.get(DocumentReading).attachments([this.documentId]));
    await this.place.product.get(MarkRead).run({
      actor,
      documentId: this.documentId,
      attachmentIds: withAttachments ? attachments.map(({ id }) => id) : [],
    });
  }

  private async openSeat() {
    return (await this.seats()).find(({ state }) => state === 'active');
  }

  private async seats() {
    const seats = await this.read(() => this.place.product.get(CaseRows).currentSeats([this.documentId]));
    return seats.get(this.documentId) ?? [];
  }

  private async card() {
    const [card] = await this.read(() => this.place.product.get(DocumentReading).cards([this.documentId]));
    if (!card) throw new Error('The document of this story is gone.');
    return card;
  }

  private read<T>(work: () => Promise<T>): Promise<T> {
    return this.place.product.get(UnitOfWork).read(work);
  }
}
