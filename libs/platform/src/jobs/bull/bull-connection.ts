import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';

/** A queue whose jobs are recognised by name; their payloads are checked by schema when they run. */
export type LaneQueue = Queue<object, void, string>;
export type LaneWorker = Worker<object, void, string>;
export type LaneProcessor = Processor<object, void, string>;
export type LaneWorkerOptions = Omit<WorkerOptions, 'connection'>;

/** The connections of one process to one queue backend, shared by all its queues and workers. */
export interface BullConnection {
  readonly backend: 'postgres' | 'redis';
  queue(name: string): LaneQueue;
  worker(name: string, processor: LaneProcessor, options: LaneWorkerOptions): LaneWorker;
  /** Makes the backend usable; safe to repeat and to run in many processes at once. */
  prepare(): Promise<void>;
  check(): Promise<void>;
  /** Ends the shared connections; queues and workers must have been closed. */
  close(): Promise<void>;
}
