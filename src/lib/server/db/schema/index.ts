export * from './accounts';
export * from './admin-units';
export * from './coverage';
export * from './files';
export * from './indicators';
export * from './reports';
export * from './teams';
