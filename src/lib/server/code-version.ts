import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';

const Package = v.object({ version: v.string() });

/** The version of this program, as what it computes names it. */
export const codeVersion = (): string =>
	v.parse(Package, JSON.parse(readFileSync(resolve('package.json'), 'utf8'))).version;
