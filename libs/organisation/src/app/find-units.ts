import { Injectable } from '@nestjs/common';
import { foldKey } from '@fubako/kernel';
import type { Actor } from '@fubako/platform/authz';
import { UnitOfWork } from '@fubako/platform/database';
import type { Unit } from '../core/facts';
import type { OrganisationChart } from '../core/organisation-chart';
import { fitsWords } from '../core/search-words';
import type { UnitView, UnitsView } from './absences.views.dto';
import { OrganisationCharts } from './organisation-charts';

/** 組織 of today by name, reading, symbol, code or the name of its head; in the order of the package. */
@Injectable()
export class FindUnits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly charts: OrganisationCharts,
  ) {}

  run(actor: Actor, { search, limit }: { readonly search: string; readonly limit: number }): Promise<UnitsView> {
    return this.uow.read(async () => {
      const chart = await this.charts.on(actor.on);
      const fits = fitsWords(search);
      const found = chart.units().filter((unit) => fits(keyOf(unit, viewOf(chart, unit))));
      return { items: found.slice(0, limit).map((unit) => viewOf(chart, unit)) };
    });
  }
}

function viewOf(chart: OrganisationChart, { code, name, kana, parentCode }: Unit): UnitView {
  const post = chart.headOf(code);
  const head = post && chart.holderOf(post.code)?.person;
  return {
    code,
    name,
    kana: kana ?? '',
    parentName: (parentCode && chart.unit(parentCode)?.name) ?? '',
    headTitle: post?.title ?? '',
    headName: head?.name ?? null,
  };
}

function keyOf({ symbol }: Unit, { code, name, kana, headName }: UnitView): string {
  return foldKey([name, kana, symbol ?? '', code, headName ?? ''].join(' '));
}
