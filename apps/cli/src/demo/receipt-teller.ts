import { addDays, localDateAt } from '@fubako/kernel';
import {
  AcceptReceipt,
  ArrangeReceiptAttachments,
  DraftFromReceipt,
  EndReceipt,
  MarkReading,
  type ReaderWish,
  RegisterReceipt,
  RerouteReceipt,
  StartCirculation,
} from '@fubako/intake';
import type { ReceiptStory } from './receipt-stories';
import type { StoryPlace } from './storyteller';
import { laterOn } from './work-time';

type Beat = () => Promise<void>;

const REASONS = {
  not_needed: '同じ内容の文書を先に収受しているため。',
  send_back: '代表者の氏名の記載がないため、補正のうえ再提出を求める。',
} as const;

/** One letter's way through the town hall, by the use cases that a browser would call. */
export class ReceiptTeller {
  private receiptId = '';
  private clerk = '';
  private readonly beats: Beat[];

  constructor(
    private readonly story: ReceiptStory,
    private readonly place: StoryPlace,
    /** When the next beat is due. */
    public next: Date,
  ) {
    this.beats = [() => this.register(), ...this.plot()];
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
    const { section } = this.story.letter;
    const accept = () => this.accept();
    const circulate = (asks: boolean, marks: number) => () => this.circulate(section, { asks, marks });
    const plots: Record<ReceiptStory['fate'], Beat[]> = {
      arrived: [],
      open: [accept],
      overdue: [accept],
      circulating: [circulate(false, 1)],
      asked: [circulate(true, 2)],
      read: [circulate(false, 2)],
      drafted: [accept, () => this.draft()],
      rerouted: [() => this.reroute(), accept],
      not_needed: [() => this.end('not_needed')],
      sent_back: [() => this.end('send_back')],
    };
    return plots[this.story.fate];
  }

  private async register(): Promise<void> {
    const { letter, fate, backDated } = this.story;
    const atOffice = fate === 'arrived';
    this.clerk = atOffice ? await this.place.people.recordsOfficer() : await this.place.people.clerkOf(letter.section);
    const actor = await this.place.people.actor(this.clerk);
    const today = localDateAt(this.next);
    const arrived = backDated ? new Date(this.next.getTime() - 20 * 3_600_000) : this.next;
    this.receiptId = await this.product(RegisterReceipt).run({
      actor,
      section: letter.section,
      kind: letter.kind,
      subject: letter.subject,
      sender: letter.sender,
      senderNumber: letter.senderNumber,
      senderDate: letter.senderNumber === null ? null : addDays(today, -4),
      channel: letter.channel,
      arrivalAt: arrived.toISOString(),
      backDatingReason: backDated ? '閉庁後の夜間受付に投函されていたため' : null,
      replyDueOn: letter.replyInDays === null ? null : addDays(today, letter.replyInDays),
      receive: !atOffice,
      numbered: true,
    });
    const uploadId = await this.place.papers.sendLetter(letter, this.clerk);
    await this.product(ArrangeReceiptAttachments).add({ actor, receiptId: this.receiptId, uploadId, label: null });
  }

  private async accept(): Promise<void> {
    await this.product(AcceptReceipt).run(await this.target(this.clerk));
  }

  /** The head of the section and the colleagues' head read it, one after the other. */
  private async circulate(section: string, { asks, marks }: { asks: boolean; marks: number }): Promise<void> {
    const head = await this.place.people.headOf(section);
    const member = await this.place.people.memberOf(section, this.place.random);
    const readers = [...new Set([member, head])].map((code): ReaderWish => ({ kind: 'person', code, required: true }));
    const { actor, receiptId } = await this.target(this.clerk);
    const circulationId = await this.product(StartCirculation).run({
      actor,
      subject: { kind: 'receipt', id: receiptId },
      mode: 'reading',
      readers,
      audience: [],
      note: 'ご一読ください。',
      readByOn: addDays(localDateAt(this.next), 7),
    });
    readers.slice(0, marks).forEach(({ code }) => {
      this.beats.push(() => this.mark(circulationId, code, asks && code === head));
    });
  }

  private async mark(circulationId: string, staffNo: string, asksForDraft: boolean): Promise<void> {
    const actor = await this.place.people.actor(staffNo);
    const comment = asksForDraft ? '期限までに回答の起案をお願いします。' : null;
    await this.product(MarkReading).run({ actor, circulationId, comment, asksForDraft });
  }

  private async draft(): Promise<void> {
    const { subject, section } = this.story.letter;
    const drafter = await this.place.people.memberOf(section, this.place.random);
    const fields = { subject: subject.replace(/\(.*?\)$/, '') + 'への回答について' };
    await this.product(DraftFromReceipt).run({ ...(await this.target(drafter)), matterType: 'internal', fields });
  }

  private async reroute(): Promise<void> {
    const toSection = this.story.letter.section === 'S21' ? 'S11' : 'S21';
    const reason = '事務分掌により所管が異なるため。';
    await this.product(RerouteReceipt).run({ ...(await this.target(this.clerk)), toSection, reason });
    this.clerk = await this.place.people.clerkOf(toSection);
  }

  private async end(act: keyof typeof REASONS): Promise<void> {
    await this.product(EndReceipt).run({ ...(await this.target(this.clerk)), act, reason: REASONS[act] });
  }

  private async target(staffNo: string) {
    return { actor: await this.place.people.actor(staffNo), receiptId: this.receiptId };
  }

  private product<T>(useCase: abstract new (...parts: never[]) => T): T {
    return this.place.product.get<T>(useCase as never);
  }
}
