import type { WorkMessages } from '..';

export const cycle: WorkMessages['cycle'] = {};
