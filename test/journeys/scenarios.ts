import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportMunicipality } from '@fubako/organisation';
import { packageSections } from '../../apps/cli/src/package-sections';
import { sampleTownCopy } from './sample-town';
import { type Answer, type LivingTown, type Town, act, openSeat } from './town';

/** Imports the sample town again with some of its files changed: what a municipality differs in is data. */
export async function reimport(
  town: LivingTown,
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<void> {
  const folder = sampleTownCopy();
  for (const [file, change] of Object.entries(changes))
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  const report = await town.app.get(ImportMunicipality).run({ folder, dryRun: false }, packageSections(town.app));
  rmSync(folder, { recursive: true, force: true });
  if (report.faults.length > 0) throw new Error(report.faults.map(({ message }) => message).join('\n'));
}

/** The sample town with other settings. */
export function reimportSettings(town: LivingTown, settings: object): Promise<void> {
  return reimport(town, {
    'municipality.json': (text) => withSettings(text, settings),
  });
}

/** `municipality.json` with other settings. */
export function withSettings(text: string, settings: object): string {
  const municipality = JSON.parse(text);
  return JSON.stringify({ ...municipality, settings: { ...municipality.settings, ...settings } });
}

/** 2026-06-10 11:20 in Japan. */
export const jst = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+09:00`);

/** The approval as this person sees it. */
export async function approvalOf(town: Town, login: string, documentId: string) {
  return (await (await town.as(login)).get(`/documents/${documentId}/approval`)).body;
}

/** The seat of a post title in a unit. */
export function seatIn(approval: any, unitName: string, postTitle: string) {
  return approval.steps
    .flatMap((step: any) => step.seats)
    .find((seat: any) => seat.unitName === unitName && seat.postTitle === postTitle);
}

/** Acts at a moment. */
export async function actAt(
  town: Town,
  when: string,
  [login, documentId, kind = 'approve', more = {}]: ActOf,
): Promise<Answer> {
  town.clock.set(jst(when));
  return act(town, login, documentId, kind, more);
}

type ActOf = readonly [login: string, documentId: string, kind?: string, more?: object];

/** An act in a seat that the person does not hold: 代決, 引上げ, 後閲. */
export async function actIn(
  town: Town,
  login: string,
  { documentId, seatId, ...body }: { documentId: string; seatId: string; kind: string } & Record<string, unknown>,
): Promise<Answer> {
  const person = await town.as(login);
  const { expectedVersion, contentDigest } = await openSeat(person, documentId);
  return person.post(`/documents/${documentId}/acts`, { seatId, expectedVersion, contentDigest, ...body });
}

/** Kinds of acts that the person is offered, and the rules behind those that are refused. */
export function offered(approval: any): { allowed: string[]; refused: Record<string, string> } {
  return {
    allowed: approval.allowed.map(({ kind }: any) => kind),
    refused: Object.fromEntries(approval.refused.map(({ kind, rule }: any) => [kind, rule])),
  };
}

/** Documents in a view of somebody's inbox. */
export async function inboxOf(town: Town, login: string, view: string): Promise<string[]> {
  const { body } = await (await town.as(login)).get(`/inbox?view=${view}&limit=100`);
  return body.items.map(({ documentId }: any) => documentId);
}
