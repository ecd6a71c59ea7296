export const targets = {};
