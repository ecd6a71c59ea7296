import type { Messages } from '..';

export const badge: Messages['badge'] = {};
