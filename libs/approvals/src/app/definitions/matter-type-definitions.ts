import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@fubako/kernel';
import {
  type DefinitionChange,
  Definitions,
  FilingClasses,
  MATTER_TYPES,
  type MatterTypeValues,
  type MatterTypeWords,
  isMatterType,
  matterTypeDifference,
  matterTypeLabel,
  withMatterType,
} from '@fubako/documents';
import { type Fault, Faults } from '@fubako/organisation';
import type { Language } from '@fubako/platform/http';
import { cellFault, faultElsewhere } from '../../core/definitions/definition-faults';
import type { DefinitionFault, DefinitionKeeper, JudgedOn, KeptVersion } from './definition-keeper';
import { DefinitionsAround } from './definitions-around';

/** 事案の種類 as the desk of definitions keeps them. */
@Injectable()
export class MatterTypeDefinitions implements DefinitionKeeper<MatterTypeValues> {
  constructor(
    private readonly definitions: Definitions,
    private readonly around: DefinitionsAround,
    private readonly classes: FilingClasses,
  ) {}

  read(code: string, input: unknown): MatterTypeValues | null {
    return isMatterType(input) && input.code === code ? input : null;
  }

  blank(code: string, name: string): MatterTypeValues {
    return {
      code,
      name,
      description: '',
      form: '',
      default_class_code: '',
      default_series_code: '',
      review: 'none',
      execution: 'none',
      substance_fields: [],
      sort: 999_999,
    };
  }

  nameOf({ name }: MatterTypeValues): string {
    return name;
  }

  /** Columns mean the same in every version. */
  namesOf(): string[] {
    return [];
  }

  versions(code: string): Promise<readonly KeptVersion<MatterTypeValues>[]> {
    return this.definitions.matterTypes(code);
  }

  async faults(code: string, content: MatterTypeValues, { day, language }: JudgedOn): Promise<DefinitionFault[]> {
    const cells = new Faults();
    const brought = await this.around.broughtBy(
      (all) => all.set(MATTER_TYPES, withMatterType(all.of(MATTER_TYPES), content, cells)),
      day,
    );
    const own = cells.all().map((fault) => ownFault(fault, language));
    const elsewhere = brought.map((fault) =>
      fault.file === 'matter_types.csv'
        ? ownFault(fault, language)
        : { place: '', code: fault.code, message: faultElsewhere(fault, language) },
    );
    const errors = [...own, ...elsewhere, ...(await this.classFaults(content, language))];
    return [
      ...errors.map((fault) => ({ ...fault, severity: 'error' as const })),
      ...(await this.bareFaults(code, { day, language })),
    ];
  }

  async changes(
    before: MatterTypeValues | null,
    after: MatterTypeValues,
    { language }: JudgedOn,
  ): Promise<DefinitionChange[]> {
    const words = await this.words([...(before ? [before] : []), after]);
    return matterTypeDifference(before, after, { language, words });
  }

  add(_: string, content: MatterTypeValues, from: LocalDate): Promise<number> {
    return this.definitions.addMatterType(content, from);
  }

  private async classFaults({ default_class_code: code }: MatterTypeValues, language: 'ja' | 'en') {
    if (code === '' || (await this.classes.find([code])).has(code)) return [];
    const message =
      language === 'ja'
        ? `分類「${code}」は、文書をつづる小分類ではありません。選び直してください。`
        : `The class ${code} cannot hold documents. Choose another.`;
    return [{ place: 'default_class_code', code: 'package.not-a-holding-class', message }];
  }

  /** It can be drafted, and nobody decides it. */
  private async bareFaults(code: string, { day, language }: JudgedOn): Promise<DefinitionFault[]> {
    if (await this.around.hasRules(code, day)) return [];
    const message =
      language === 'ja'
        ? '専決規程に行がありません。このままでは起案しても決裁者が決まりません。'
        : 'The delegation table has no row for it: it can be drafted, but nobody decides it.';
    return [{ place: '', code: 'definition.bare-type', message, severity: 'warning' }];
  }

  private async words(versions: readonly MatterTypeValues[]): Promise<MatterTypeWords> {
    const classes = await this.classes.find(versions.map((one) => one.default_class_code));
    const forms = new Map(
      await Promise.all(
        [...new Set(versions.map(({ form }) => form))].map(
          async (name) => [name, (await this.definitions.forms(name)).at(-1)?.content] as const,
        ),
      ),
    );
    return {
      form: (name) => forms.get(name)?.title ?? name,
      filingClass: (code) => [code, classes.get(code)?.name ?? ''].join(' ').trim(),
      field: (form, name) => forms.get(form)?.properties[name]?.title ?? name,
    };
  }
}

const ownFault = (fault: Fault, language: Language) => ({
  place: fault.field,
  code: fault.code,
  message: cellFault(fault, matterTypeLabel(fault.field, language), language),
});
