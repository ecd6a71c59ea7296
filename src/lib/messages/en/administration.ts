import type { WorkMessages } from '..';

export const administration: WorkMessages['administration'] = {};
