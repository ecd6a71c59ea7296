export { searchKey } from '../contracts/search-key';
