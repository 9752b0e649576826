import { serveControl } from './control.mjs';
import { HarnessServices } from './services.mjs';

/** What would lead a test away from the services made for it. */
const misleading = ['DATABASE_URL', 'REDIS_URL', 'DAILY_API_URL', 'DAILY_API_KEY', 'PUBLIC_URL', 'ASPNETCORE_URLS', 'ASPNETCORE_ENVIRONMENT', 'NUMEROLY_DATA'];

/** The environment without what is meant for `npm start`; `.env` does not count here either. */
export function testSettings() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.includes(name)));
}

/** Starts the services and their control. Returns them and the environment that leads tests there. */
export async function startHarness({ supervisor, environment, folder }) {
  const services = new HarnessServices({ folder, supervisor, environment });
  await services.start();
  const url = await serveControl(services);
  return { url, services, environment: { ...environment, NUMEROLY_HARNESS: url } };
}
