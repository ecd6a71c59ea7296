import type { WorkMessages } from '..';

export const brief: WorkMessages['brief'] = {};
