export { peerFinder, type PeerFacts } from './index/peers';
