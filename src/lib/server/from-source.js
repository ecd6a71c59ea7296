// @ts-check
/** A worker as it runs without a build: in development, in tests and on the command line. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.source);
