import { common } from './common';
import { indicators } from './indicators/indicators';
import type { BaseMessages } from '../types';

/** What every page says, entry forms on a phone among them: it carries nothing else along. */
export const base: BaseMessages = { common, indicators };
