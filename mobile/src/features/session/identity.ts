import { type SignIn } from '@/lib/config';
import { developmentIdentity } from './development-identity';
import { oidcIdentity } from './oidc-identity';
import { type Identity } from './signing-in';

/** The way of signing in that this deployment is configured for. */
export function identityFor(signIn: SignIn): Identity {
  return signIn.kind === 'development' ? developmentIdentity(signIn.tokenUrl) : oidcIdentity(signIn);
}
