export const brief = {};
