import { tellHistories } from '../tell-histories';

tellHistories({ engine: 'postgres', nodes: 2, from: 0, histories: 250 });
