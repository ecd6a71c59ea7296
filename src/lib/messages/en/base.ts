import { common } from './common';
import { indicators } from './indicators';
import { reportForm } from './report-form';
import type { BaseMessages } from '..';

/** What every page says, entry forms on a phone among them: it carries nothing else along. */
export const base: BaseMessages = { common, indicators, reports: reportForm };
