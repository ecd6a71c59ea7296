import type { WorkMessages } from '..';

export const tickets: WorkMessages['tickets'] = {};
