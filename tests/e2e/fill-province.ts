import { fillProvince } from './province';

/** For several runs, or for one that is to begin at once: `tsx tests/e2e/fill-province.ts FOLDER`. */
await fillProvince(process.argv[2] ?? '');
