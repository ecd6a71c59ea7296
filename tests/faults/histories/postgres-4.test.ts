import { tellHistories } from '../tell-histories';

tellHistories({ engine: 'postgres', nodes: 2, from: 750, histories: 250 });
