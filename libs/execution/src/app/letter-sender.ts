import { Injectable } from '@nestjs/common';
import { MunicipalitySettings, WhoStandsIn } from '@fubako/organisation';

/** 発信者名: what goes out carries the name of the mayor, whoever decided it; while a 職務代理者 serves, theirs (RULE-43). */
@Injectable()
export class LetterSender {
  constructor(
    private readonly settings: MunicipalitySettings,
    private readonly standIns: WhoStandsIn,
  ) {}

  /** Lines under the date, as of now. Call inside a unit of work. */
  async lines(): Promise<string[]> {
    const { name } = await this.settings.municipality();
    const seats = await this.standIns.now();
    const top = seats.chart.topHead();
    if (!top) return [name];
    const titled = (title: string) =>
      title.startsWith(name.slice(-1)) ? name.slice(0, -1) + title : `${name}${title}`;
    const deputy = seats.deputyOf(top.code)?.holder;
    if (deputy) return [`${titled(top.title)}職務代理者`, `${titled(deputy.post.title)}　${deputy.person.name}`];
    return [`${titled(top.title)}　${seats.chart.holderOf(top.code)?.person.name ?? ''}`.trim()];
  }
}
