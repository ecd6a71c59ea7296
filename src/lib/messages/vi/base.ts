import { common } from './common';
import { indicators } from './indicators/indicators';

/** What every page says, entry forms on a phone among them: it carries nothing else along. */
export const base = { common, indicators };
