import type { LoggerService, LogLevel } from '@nestjs/common';
import pino, { type DestinationStream, type Logger as Pino } from 'pino';
import type { SettingValues } from '../config';
import { describeError } from './describe-error';
import { RequestTrace } from './request-trace';
import { TownTrace } from './town-trace';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';
type Fact = string | number | boolean | null;

/** Names under which people's data and secrets travel: withheld whatever they hold. */
const WITHHELD =
  /^(password|passwd|secret|token|cookie|authorization|parameters|payload|body|fields|name|kana|title|comment|email|address|query)$/i;

/** Parts of the framework that tell each module and route at every start: useful to developers only. */
const TALKATIVE = new Set(['InstanceLoader', 'NestFactory', 'NestApplication', 'RoutesResolver', 'RouterExplorer']);

/**
 * One JSON object a line, with the trace id. Takes fixed texts and plain facts: nested values are dropped and names that
 * carry personal data are withheld, so that no document and no parameter gets into a log by accident.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Pino;

  constructor(level: SettingValues['LOG_LEVEL'], destination?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(TALKATIVE.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Levels come from the settings alone. */
  setLogLevels(_levels: LogLevel[]): void {
    return undefined;
  }

  /** Nest hands over the message, then perhaps an error or its stack, and last the context's name. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const error = [message, ...rest].find((part) => part instanceof Error);
    const line = {
      ...(context ? { context } : {}),
      ...(TownTrace.current() ? { town: TownTrace.current() } : {}),
      ...(RequestTrace.current() ? { trace: RequestTrace.current() } : {}),
      ...factsOf(message),
      ...(error ? describeError(error) : {}),
    };
    this.pino[level](line, textOf(message));
  }
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  if (message instanceof Error) return 'failed';
  const text = typeof message === 'object' && message !== null && 'message' in message ? message.message : undefined;
  return typeof text === 'string' ? text : '';
}

function factsOf(message: unknown): Record<string, Fact> {
  if (typeof message !== 'object' || message === null || message instanceof Error) return {};
  const entries = Object.entries(message as Record<string, unknown>).filter(([key]) => key !== 'message');
  return Object.assign({}, ...entries.map(([key, value]) => factOf(key, value))) as Record<string, Fact>;
}

function factOf(key: string, value: unknown): Record<string, Fact> {
  if (value instanceof Error) return { ...describeError(value) };
  if (WITHHELD.test(key)) return { [key]: '[withheld]' };
  const plain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return plain ? { [key]: value as Fact } : {};
}
