import { Injectable } from '@nestjs/common';
import { type LocalDate, canonicalBytes, sha256Hex } from '@fubako/kernel';
import {
  type DefinitionChange,
  Definitions,
  FORMS,
  type FormSchema,
  changedMeanings,
  fieldClassWords,
  formDifference,
  formFaults,
  isForm,
} from '@fubako/documents';
import { faultElsewhere } from '../../core/definitions/definition-faults';
import type { DefinitionFault, DefinitionKeeper, JudgedOn, KeptVersion } from './definition-keeper';
import { DefinitionsAround } from './definitions-around';

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** 様式 as the desk of definitions keeps them. */
@Injectable()
export class FormDefinitions implements DefinitionKeeper<FormSchema> {
  constructor(
    private readonly definitions: Definitions,
    private readonly around: DefinitionsAround,
  ) {}

  read(_: string, input: unknown): FormSchema | null {
    return isForm(input) ? input : null;
  }

  blank(code: string, name: string): FormSchema {
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: code,
      title: name,
      type: 'object',
      properties: { subject: { type: 'string', minLength: 1, maxLength: 200, title: '件名' } },
      required: ['subject'],
      additionalProperties: false,
      'x-ui': { order: ['subject'] },
    };
  }

  nameOf({ title }: FormSchema): string {
    return title ?? '';
  }

  namesOf({ properties }: FormSchema): string[] {
    return Object.keys(properties);
  }

  versions(code: string): Promise<readonly KeptVersion<FormSchema>[]> {
    return this.definitions.forms(code);
  }

  async faults(code: string, content: FormSchema, { day, language }: JudgedOn): Promise<DefinitionFault[]> {
    const own = formFaults(content).map(({ pointer, code: kind, words }) => ({
      place: /^\/properties\/([^/]+)/.exec(pointer)?.[1] ?? '',
      code: kind,
      message: words[language],
      severity: 'error' as const,
    }));
    const earlier = await this.versions(code);
    const known = earlier.map((version) => version.content);
    const meanings = changedMeanings(known, content).map(({ name, label, before, after }) => ({
      place: name.split('.')[0] ?? name,
      code: 'definition.changed-meaning',
      message: MEANING[language](label, fieldClassWords(before, language), fieldClassWords(after, language)),
      severity: 'error' as const,
    }));
    const faults = [...own, ...meanings, ...nameFaults(content, known, language), ...labelFaults(content, language)];
    return own.length > 0 ? faults : [...faults, ...(await this.elsewhere(code, content, { day, language }))];
  }

  changes(before: FormSchema | null, after: FormSchema, { language }: JudgedOn): Promise<DefinitionChange[]> {
    return Promise.resolve(formDifference(before, after, language));
  }

  add(code: string, content: FormSchema, from: LocalDate): Promise<number> {
    return this.definitions.addForm(code, content, from);
  }

  private async elsewhere(name: string, schema: FormSchema, { day, language }: JudgedOn): Promise<DefinitionFault[]> {
    const sha256 = sha256Hex(canonicalBytes(schema));
    const found = await this.around.broughtBy(
      (all) => all.set(FORMS, all.of(FORMS).with({ name, schema, sha256 })),
      day,
    );
    return found.map((fault) => ({
      place: '',
      code: fault.code,
      message: faultElsewhere(fault, language),
      severity: 'error' as const,
    }));
  }
}

const MEANING = {
  ja: (label: string, before: string, after: string) =>
    `項目「${label}」の種類は「${before}」でした。「${after}」にするときは、別の名前の新しい項目を加えてください。`,
  en: (label: string, before: string, after: string) =>
    `The field ${label} was of the kind "${before}". Add a new field of another name for "${after}".`,
} as const;

/** New names are those that conditions of the delegation table can read. */
function nameFaults(form: FormSchema, known: readonly FormSchema[], language: 'ja' | 'en'): DefinitionFault[] {
  return Object.keys(form.properties)
    .filter(
      (name) => (!NAME.test(name) || name in {}) && !known.some(({ properties }) => Object.hasOwn(properties, name)),
    )
    .map((name) => ({
      place: name,
      code: 'definition.bad-name',
      message:
        language === 'ja'
          ? `項目の名前「${name}」は、半角の英字で始め、英数字と「_」で40文字までにしてください。`
          : `The name ${name} must begin with a letter and have at most 40 letters, digits and underscores.`,
      severity: 'error',
    }));
}

function labelFaults(form: FormSchema, language: 'ja' | 'en'): DefinitionFault[] {
  const untitled = (form.title ?? '').trim() === '' ? [''] : [];
  const fields = Object.entries(form.properties).flatMap(([name, { title }]) =>
    (title ?? '').trim() === '' ? [name] : [],
  );
  const words = (name: string) =>
    language === 'ja'
      ? name === ''
        ? '様式の名前を書いてください。'
        : `項目「${name}」の見出しを書いてください。`
      : name === ''
        ? 'Write the name of the form.'
        : `Write the label of the field ${name}.`;
  return [...untitled, ...fields].map((name) => ({
    place: name,
    code: 'definition.without-label',
    message: words(name),
    severity: 'error',
  }));
}
