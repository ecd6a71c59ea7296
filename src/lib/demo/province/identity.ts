/** No real province bears this code or this name. */
export const provinceCode = '99';
export const provinceName = 'Mẫu';
/** Since when the units before the merger exist, and most teams. */
export const foundedOn = '2020-01-01';
export const teamsFoundedOn = '2022-04-15';
