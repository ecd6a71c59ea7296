/** For files about teams, which hold phones as people write them. */
export { parsePhone } from './phone';
