/** Addresses that people type or follow: no interface, and no file. */
export const match = (path: string): boolean => !/^(api|_app)(\/|$)|\.[^/]*$/.test(path);
