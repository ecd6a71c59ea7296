export * from './accounts';
export * from './admin-units';
export * from './coverage';
export * from './indicators';
export * from './reports';
