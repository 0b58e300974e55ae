import { ValidationPipe } from '@nestjs/common';
import type { FieldFault } from '@fubako/kernel';
import { type ValidationError, getMetadataStorage } from 'class-validator';
import { refuse } from './errors';

/** Strict request bodies: unknown properties are refused, faults are addressed by JSON pointer. */
export function requestValidation(): ValidationPipe {
  gatherOnce();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => refuse('request.invalid', { errors: errors.flatMap((error) => faultsOf(error, '')) }),
  });
}

type Storage = ReturnType<typeof getMetadataStorage>;
type Gathered = ReturnType<Storage['getTargetValidationMetadatas']>;

let gathers = false;

/** What a class demands is gathered once: class-validator goes through all classes there are, for every request anew. */
function gatherOnce(): void {
  if (gathers) return;
  gathers = true;
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const known = new WeakMap<object, Gathered>();
  const grouped = new WeakMap<Gathered, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (target, ...asked) => {
    // Nobody here asks for schemas or groups.
    if (asked.some(Boolean)) return gather(target, ...asked);
    return remembered(known, target, () => gather(target, ...asked));
  };
  storage.groupByPropertyName = (gathered) => remembered(grouped, gathered, () => group(gathered));
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  // A value that is no object at all stands where its parent points: class-validator leaves its property undefined.
  const property = (error as Partial<ValidationError>).property;
  const pointer = property === undefined ? parent : `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([kind, message]) => faultFor(pointer, kind, message));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function faultFor(pointer: string, kind: string, message: string): FieldFault {
  if (kind === 'whitelistValidation')
    return { pointer, code: 'field.unknown', facts: { property: pointer.slice(pointer.lastIndexOf('/') + 1) } };
  if (kind !== 'jpText') return { pointer, code: 'field.invalid', facts: { expectation: message } };
  const [what, detail] = message.split(':');
  if (what === 'too-long') return { pointer, code: 'field.too-long', facts: { max: Number(detail) } };
  if (what === 'too-short') return { pointer, code: 'field.required' };
  return { pointer, code: 'field.text-fault', facts: { fault: detail } };
}
