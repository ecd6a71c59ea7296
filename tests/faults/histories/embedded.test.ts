import { tellHistories } from '../tell-histories';

tellHistories({ engine: 'embedded', nodes: 1, from: 1_000, histories: 50 });
