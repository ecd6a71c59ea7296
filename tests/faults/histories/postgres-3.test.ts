import { tellHistories } from '../tell-histories';

tellHistories({ engine: 'postgres', nodes: 2, from: 500, histories: 250 });
