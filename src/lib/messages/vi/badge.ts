export const badge = {};
