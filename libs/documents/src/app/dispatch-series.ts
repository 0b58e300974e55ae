import { Injectable } from '@nestjs/common';
import type { NumberSeries } from '../core/number-format';
import { chosenSeries } from '../core/series-choice';
import { MatterTypeRows } from '../data/matter-type-rows';
import { NumberRows } from '../data/number-rows';
import { refuse } from '../errors';
import type { DocumentCard } from './document-card';

/** From which series what goes out takes its number: what was chosen in the form says it, else the matter type (NUM-14). */
@Injectable()
export class DispatchSeries {
  constructor(
    private readonly types: MatterTypeRows,
    private readonly numbers: NumberRows,
  ) {}

  /** Code of the series of a document. */
  async of({ matterType: code, matterTypeVersion: version, form, fields }: DocumentCard): Promise<string> {
    const [type, schema] = await Promise.all([
      this.types.find({ code, version }),
      this.types.form(form.name, form.version),
    ]);
    if (!type) throw refuse('documents.unknown-matter-type', { matterType: code });
    return chosenSeries(schema, fields) ?? type.default_series_code;
  }

  /** The series that a draft made today with these fields would be numbered from; null where nothing of it goes out. */
  async wouldBe(matterType: string, fields: Readonly<Record<string, unknown>>): Promise<NumberSeries | null> {
    const type = await this.types.inForce(matterType);
    if (!type || type.execution === 'none') return null;
    const { schema } = await this.types.currentForm(type.form_name);
    const code = chosenSeries(schema, fields) ?? type.default_series_code;
    return (await this.numbers.series([code])).get(code) ?? null;
  }
}
