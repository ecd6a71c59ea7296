export { apportion } from './apportion';
