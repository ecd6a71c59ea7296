import { tellHistories } from '../tell-histories';

tellHistories({ engine: 'postgres', nodes: 2, from: 250, histories: 250 });
