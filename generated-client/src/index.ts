export { ApiException } from './client';
export type * from './client';
export { connect, type Connection, type Fetch } from './connecting';
export { problemOf } from './problems';
