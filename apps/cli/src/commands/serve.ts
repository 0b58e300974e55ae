import { serve } from '../serve';
import type { Command } from './command';

export const serveCommand: Command = { usage: '[--fresh] [--verbose]  run everything on this machine', run: serve };
