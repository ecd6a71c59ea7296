import type { WorkMessages } from '..';

export const targets: WorkMessages['targets'] = {};
