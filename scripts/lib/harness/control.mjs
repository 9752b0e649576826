import { createServer } from 'node:http';
import { stopModes } from '../postgres/cluster.mjs';

/**
 * The harness over HTTP, so that tests in any language can make services and break them:
 * GET / · POST /{kind} · POST /{kind}/{id}/stop?mode=fast|immediate · POST /{kind}/{id}/start · DELETE /{kind}/{id}
 * where kind is postgres or redis. Each answers once it is done. @returns {Promise<string>} its address
 */
export function serveControl(services) {
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(services, request).catch((error) => ({ status: 500, body: { error: error.message } }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

async function answer(services, { method, url }) {
  const { pathname, searchParams } = new URL(url, 'http://harness');
  if (method === 'GET' && pathname === '/') return { status: 200, body: services.addresses };

  const [, kind, id, action] = /^\/(postgres|redis)(?:\/([\w-]+))?(?:\/(start|stop))?$/.exec(pathname) ?? [];
  if (method === 'POST' && kind && !id) return { status: 201, body: await services.add(kind) };

  const server = id && services.find(kind, id);
  if (!server) return { status: 404, body: { error: `There is no ${method} ${pathname} here.` } };
  if (method === 'DELETE' && !action) return { status: 204, body: await services.remove(kind, id) };
  if (method === 'POST' && action === 'start') return { status: 200, body: await started(server, id) };
  if (method === 'POST' && action === 'stop') return stopped(server, searchParams.get('mode') ?? 'fast');
  return { status: 405, body: { error: `${method} is not what one does to ${pathname}.` } };
}

async function started(server, id) {
  await server.start();
  return { id, url: server.url };
}

async function stopped(server, mode) {
  if (!Object.hasOwn(stopModes, mode)) return { status: 400, body: { error: `mode is one of ${Object.keys(stopModes).join(', ')}.` } };
  await server.stop(mode);
  return { status: 204 };
}
