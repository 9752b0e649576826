export { ApiProvider, useApi } from './api-provider';
export { type ApiClient, connectApi } from './client';
export { type Failure, type FailureKind, failureOf } from './failures';
export { newIdempotencyKey } from './intention';
export { isOffline } from './offline';
export { newQueryClient } from './query-client';
export { liveFeedUrl } from './urls';
