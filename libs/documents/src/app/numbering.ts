import { Injectable } from '@nestjs/common';
import { localDateAt } from '@fubako/kernel';
import { UnitOfWork } from '@fubako/platform/database';
import { type NumberSeries, counterSymbol, formatNumber, seriesYearOf } from '../core/number-format';
import { DocumentRows } from '../data/document-rows';
import { type IssuedNumber, NumberRows } from '../data/number-rows';

/** A document that is to get the next number of a series, with the 記号 of the section that executes it. */
export interface NumberRequest {
  readonly documentId: string;
  readonly seriesCode: string;
  readonly symbol: string;
}

/** Issues numbers inside the deciding unit: gapless, never reused (RULE-70, RULE-73, RULE-75). Call it last: it holds counters. */
@Injectable()
export class Numbering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberRows,
    private readonly documents: DocumentRows,
  ) {}

  /** 施行番号 for decided documents, in the order given within each series. @returns document id → number as written */
  async issueDispatchNumbers(requests: readonly NumberRequest[], issuedBy: string): Promise<Map<string, string>> {
    if (requests.length === 0) return new Map();
    const series = await this.numbers.series(requests.map(({ seriesCode }) => seriesCode));
    const issued = await this.issue(requests, series, issuedBy);
    await this.documents.setDispatchNumbers(issued);
    return new Map(issued.map(({ documentId, text }) => [documentId, text]));
  }

  /** 起案番号 for one document, from the series of kind `draft` that all sections share. */
  async issueDraftNumber(documentId: string, symbol: string, issuedBy: string): Promise<string> {
    const series = await this.numbers.ofKind('draft');
    if (!series) throw new Error('The municipality package has no number series of kind draft.');
    const [number] = await this.issue(
      [{ documentId, seriesCode: series.code, symbol }],
      new Map([[series.code, series]]),
      issuedBy,
    );
    if (!number) throw new Error('No number was issued.');
    return number.text;
  }

  private async issue(
    requests: readonly NumberRequest[],
    series: ReadonlyMap<string, NumberSeries>,
    issuedBy: string,
  ): Promise<IssuedNumber[]> {
    const at = await this.uow.now();
    const today = localDateAt(at);
    const issued: IssuedNumber[] = [];
    for (const group of groupByCounter(requests, series)) {
      const year = seriesYearOf(group.series, today);
      const first = await this.numbers.take(group.series, { symbol: group.symbol, year }, group.documentIds.length);
      issued.push(
        ...group.documentIds.map((documentId, index) => {
          const serial = first + index * group.series.step;
          const text = formatNumber(group.series, { year, symbol: group.symbol, serial, branch: 0 });
          return { seriesCode: group.series.code, symbol: group.symbol, year, serial, text, documentId };
        }),
      );
    }
    await this.numbers.insert(issued, issuedBy, at);
    return issued;
  }
}

interface CounterGroup {
  readonly series: NumberSeries;
  readonly symbol: string;
  readonly documentIds: string[];
}

/** One group for each counter, sorted so that every unit locks counters in the same order. */
function groupByCounter(requests: readonly NumberRequest[], series: ReadonlyMap<string, NumberSeries>): CounterGroup[] {
  const groups = new Map<string, CounterGroup>();
  for (const { documentId, seriesCode, symbol: sectionSymbol } of requests) {
    const known = series.get(seriesCode);
    if (!known) throw new Error(`The municipality package has no number series ${seriesCode}.`);
    const symbol = counterSymbol(known, sectionSymbol);
    const key = `${seriesCode}\n${symbol}`;
    const group = groups.get(key) ?? { series: known, symbol, documentIds: [] };
    group.documentIds.push(documentId);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
