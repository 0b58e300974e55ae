import { answer } from './answer';
import { inspectContent } from './inspect-content';

export interface InspectRequest {
  readonly path: string;
}

void answer(({ path }: InspectRequest) => inspectContent(path));
