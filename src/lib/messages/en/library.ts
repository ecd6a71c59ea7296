import type { WorkMessages } from '..';

export const library: WorkMessages['library'] = {};
