import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { DocumentReading } from '@fubako/documents';
import { MunicipalitySettings, type MunicipalitySettingValues } from '@fubako/organisation';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import { ensureTriesSettings } from './delegation-rights';
import type { RouteSettingsView, RouteTrial } from './delegation-views.dto';
import { type DecidedLately, ReplanMatters, type Review } from './replan-matters';

/** 経路の設定: the settings of the municipality from which routes are planned. */
export type RouteSettingValues = Pick<
  MunicipalitySettingValues,
  'concurrenceOrder' | 'escalationGrounds' | 'reviewTiming' | 'absenceIncludesVacancy'
>;

export interface SettingsTrialQuery {
  readonly actor: Actor;
  readonly decided: DecidedLately;
  /** What would hold for all; what is left out stays as each matter keeps it. */
  readonly settings: Partial<RouteSettingValues>;
  /** 審査 that these matter types would ask for. */
  readonly reviews: ReadonlyMap<string, Review>;
}

/** WHATIF-3 Route settings of today, and what others would do to matters under way and to those decided last. */
@Injectable()
export class RouteSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: MunicipalitySettings,
    private readonly documents: DocumentReading,
    private readonly matters: ReplanMatters,
  ) {}

  /** @throws DomainError approvals.not-your-table */
  current(actor: Actor): Promise<RouteSettingsView> {
    ensureTriesSettings(actor);
    return this.uow.read(async () => {
      const { concurrenceOrder, escalationGrounds, reviewTiming, absenceIncludesVacancy } =
        await this.settings.current();
      const types = await this.documents.matterTypesOn(localDateAt(await this.uow.now()));
      const reviews = types.map(({ code, name, review }) => ({ matterType: code, name, review }));
      return {
        concurrenceOrder,
        escalationGrounds: [...escalationGrounds],
        reviewTiming,
        absenceIncludesVacancy,
        reviews,
      };
    });
  }

  /** Nothing is changed. @throws DomainError approvals.not-your-table */
  try({ actor, decided, settings, reviews }: SettingsTrialQuery): Promise<RouteTrial> {
    ensureTriesSettings(actor);
    return this.uow.read(() =>
      this.matters.run({
        actor,
        decided,
        otherwise: (matterType, { ground, review }) => ({
          ground: { ...ground, settings: { ...ground.settings, ...settings } },
          review: reviews.get(matterType) ?? review,
        }),
      }),
    );
  }
}
